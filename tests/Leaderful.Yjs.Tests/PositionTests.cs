using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Leaderful.Yjs.Tests;

public class PositionTests(NodePeer yjs) : IClassFixture<NodePeer>
{
    static (YDoc Doc, YText Text) Begin(string words)
    {
        var doc = new YDoc(1);
        doc.GetText("text").Insert(0, words);
        return (doc, doc.GetText("text"));
    }

    [Fact]
    public void A_passage_stays_itself_while_others_write_around_it()
    {
        var (doc, text) = Begin("one two three");
        var (from, to) = (RelativePosition.At(text, 4), RelativePosition.At(text, 7, -1));
        text.Insert(0, "zero ");
        text.Insert(text.Length, " four");
        text.Insert(9, "1½ ");
        var (start, end) = (from.Resolve(doc)!.Value.Index, to.Resolve(doc)!.Value.Index);
        Assert.Equal("two", text.ToString()[(int)start..(int)end]);
    }

    [Fact]
    public void Where_the_passage_is_deleted_the_place_is_where_it_was()
    {
        var (doc, text) = Begin("one two three");
        var (from, to) = (RelativePosition.At(text, 4), RelativePosition.At(text, 7, -1));
        text.Delete(2, 8);
        Assert.Equal(2, from.Resolve(doc)!.Value.Index);
        Assert.Equal(2, to.Resolve(doc)!.Value.Index);
    }

    [Fact]
    public void A_place_in_what_is_not_known_is_nowhere()
    {
        var (_, text) = Begin("one");
        Assert.Null(RelativePosition.At(text, 1).Resolve(new YDoc(2)));
        Assert.Equal(0, RelativePosition.At(text, 3).Resolve(new YDoc(2))!.Value.Index);
    }

    [Fact]
    public void A_place_within_a_node_of_a_page()
    {
        var page = new YDoc(1).GetXmlFragment("xml");
        var words = page.Say("hello").Children.OfType<YXmlText>().Single();
        var end = RelativePosition.At(words, 5);
        words.Insert(5, " there");
        Assert.Equal(new AbsolutePosition(words, 11), RelativePosition.Decode(end.Encode()).Resolve(page.Document));
    }

    [Theory]
    [InlineData("")]
    [InlineData("03")]
    [InlineData("00FF")]
    [InlineData("01FF61")]
    public void What_is_no_position_is_refused(string hex) => Assert.Throws<YjsFormatException>(() => RelativePosition.Decode(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("{\"item\":{\"client\":-1,\"clock\":0}}")]
    [InlineData("{\"item\":7}")]
    public void What_is_no_position_in_JSON_is_refused(string json) => Assert.Throws<YjsFormatException>(() => RelativePosition.FromJson(json));

    [Fact]
    public void Positions_are_those_of_Yjs_and_lead_where_its_own_do() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).Select(seed => (seed, seed % 7)).ToArbitrary(), of =>
        {
            var crowd = new Crowd(of.seed, 2, 12);
            var known = crowd.Updates[..(crowd.Updates.Count / 2)];
            var doc = new YDoc();
            foreach (var update in known) doc.ApplyUpdate(update);
            var text = doc.GetText("text");
            var (index, assoc) = (new Random(of.seed).NextInt64(text.Length + 1), of.Item2 % 2 == 0 ? 0 : -1);
            var there = yjs.Ask(new { ask = "position", updates = known.Select(Convert.ToBase64String), root = "text", index, assoc });
            var position = RelativePosition.At(text, index, assoc);
            Assert.Equal(there["position"]!.GetValue<string>(), Convert.ToBase64String(position.Encode()));
            Assert.Equal(position, RelativePosition.FromJson(there["json"]!.GetValue<string>()));
            Assert.Equal(position, RelativePosition.FromJson(position.ToJson()));
            Assert.Equal(position, RelativePosition.Decode(position.Encode()));
            foreach (var update in crowd.Updates) doc.ApplyUpdate(update);
            var resolved = yjs.Ask(new { ask = "resolve", updates = crowd.Updates.Select(Convert.ToBase64String), position = Convert.ToBase64String(position.Encode()) });
            Assert.Equal(resolved["index"]!.GetValue<long>(), position.Resolve(doc)!.Value.Index);
        }).Check(LawConfig.Quick);
}
