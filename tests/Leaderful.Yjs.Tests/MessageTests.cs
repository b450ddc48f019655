using System.Text;
using Xunit;

namespace Leaderful.Yjs.Tests;

public class MessageTests(NodePeer yjs) : IClassFixture<NodePeer>
{
    static YDoc Doc(long client, string words)
    {
        var doc = new YDoc(client);
        doc.GetText("text").Insert(0, words);
        return doc;
    }

    static byte[] Bytes(System.Text.Json.Nodes.JsonNode node) => Convert.FromBase64String(node.GetValue<string>());

    [Fact]
    public void Two_sides_meet_and_both_have_all()
    {
        var (here, there) = (Doc(1, "here"), Doc(2, "there"));
        var asked = yjs.Ask(new { ask = "syncStep1", updates = new[] { Convert.ToBase64String(there.EncodeStateAsUpdate()) } });
        var step1 = YMessage.Read(Bytes(asked["frame"]!));
        Assert.Equal(YMessageKind.SyncStep1, step1.Kind);
        var step2 = YMessage.SyncStep2(here.EncodeStateAsUpdate(StateVector.Decode(step1.Payload.Span)));
        var answer = yjs.Ask(new { ask = "syncRead", updates = new[] { Convert.ToBase64String(there.EncodeStateAsUpdate()) }, frame = Convert.ToBase64String(step2) });
        here.ApplyUpdate(there.EncodeStateAsUpdate());
        Assert.Equal(1, answer["kind"]!.GetValue<int>());
        Assert.Equal(Dump.Of(here), Dump.Of(answer["dump"]!));
    }

    [Fact]
    public void Yjs_answers_what_we_ask()
    {
        var (here, there) = (Doc(1, "here"), Doc(2, "there"));
        var answer = yjs.Ask(new { ask = "syncRead", updates = new[] { Convert.ToBase64String(there.EncodeStateAsUpdate()) }, frame = Convert.ToBase64String(YMessage.SyncStep1(here.GetStateVector())) });
        var step2 = YMessage.Read(Bytes(answer["answer"]!));
        Assert.Equal(YMessageKind.SyncStep2, step2.Kind);
        here.ApplyUpdate(step2.Payload.Span);
        Assert.Equal("herethere", here.GetText("text").ToString());
    }

    [Fact]
    public void An_update_on_its_way()
    {
        var update = Doc(1, "x").EncodeStateAsUpdate();
        var message = YMessage.Read(YMessage.Update(update));
        Assert.Equal((YMessageKind.Update, Convert.ToHexString(update)), (message.Kind, Convert.ToHexString(message.Payload.Span)));
        var answer = yjs.Ask(new { ask = "syncRead", updates = Array.Empty<string>(), frame = Convert.ToBase64String(YMessage.Update(update)) });
        Assert.Equal(Dump.Of(update), Dump.Of(answer["dump"]!));
    }

    [Fact]
    public void No_and_why()
    {
        var message = YMessage.Read(YMessage.PermissionDenied("not here, ü"));
        Assert.Equal((YMessageKind.PermissionDenied, "not here, ü"), (message.Kind, Encoding.UTF8.GetString(message.Payload.Span)));
        Assert.Equal("0200036E6F70"[..6], Convert.ToHexString(YMessage.PermissionDenied("nop"))[..6]);
    }

    [Fact]
    public void Who_is_here() => Assert.Equal(YMessageKind.QueryAwareness, YMessage.Read(YMessage.QueryAwareness()).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0003")]
    [InlineData("000205")]
    [InlineData("04")]
    [InlineData("0201")]
    [InlineData("01FF")]
    public void What_is_no_message_is_refused(string hex) => Assert.Throws<YjsFormatException>(() => YMessage.Read(Convert.FromHexString(hex)));
}
