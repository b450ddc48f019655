using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>A text that two people wrote, keystroke by keystroke.</summary>
public class TraceTests
{
    static (List<(int At, int Deleted, string Text)> Edits, string End) Trace()
    {
        using var file = new GZipStream(File.OpenRead(Corpora.File("traces/friendsforever_flat.json.gz")), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(file);
        var edits = json.RootElement.GetProperty("txns").EnumerateArray().SelectMany(t => t.GetProperty("patches").EnumerateArray())
            .Select(p => (p[0].GetInt32(), p[1].GetInt32(), p[2].GetString()!)).ToList();
        return (edits, json.RootElement.GetProperty("endContent").GetString()!);
    }

    [Fact]
    public void Written_again_it_is_the_same_text_here_and_elsewhere()
    {
        var (edits, end) = Trace();
        var doc = new YDoc(1);
        var text = doc.GetText("text");
        var other = new YDoc(2);
        List<byte[]> updates = [];
        foreach (var (at, deleted, inserted) in edits)
        {
            var update = doc.Transact(() =>
            {
                text.Delete(at, deleted);
                text.Insert(at, inserted);
            })!;
            updates.Add(update);
            other.ApplyUpdate(update);
        }
        Assert.Equal(end, text.ToString());
        Assert.Equal(end, other.GetText("text").ToString());
        Assert.Equal(doc.EncodeStateAsUpdate(), other.EncodeStateAsUpdate());
        var merged = new YDoc(3);
        merged.ApplyUpdate(YUpdate.Merge(updates));
        Assert.Equal(doc.EncodeStateAsUpdate(), merged.EncodeStateAsUpdate());
        var backwards = new YDoc(4);
        foreach (var update in Enumerable.Reverse(updates)) backwards.ApplyUpdate(update);
        Assert.Equal(doc.EncodeStateAsUpdate(), backwards.EncodeStateAsUpdate());
    }
}
