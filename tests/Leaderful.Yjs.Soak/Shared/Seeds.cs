using Leaderful.Soaking;
using System.Text.Json;

namespace Leaderful.Yjs.Soak;

/// <summary>The updates to start from: those of the corpus that can be read, for a bad one only becomes worse, and a few of our own writing.</summary>
internal static class Seeds
{
    public static List<byte[]> Read()
    {
        List<byte[]> seeds = [.. Enumerable.Range(1, 20).SelectMany(Written)];
        if (CorpusFolder.Find() is not { } root || Path.Combine(root, "yjs-malformed", "updates.json") is not { } file || !File.Exists(file)) return seeds;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        seeds.AddRange(json.RootElement.EnumerateArray().Select(c => c.GetProperty("b64").GetBytesFromBase64()).Where(update => YUpdate.TryInspect(update, out _, out _)));
        return seeds;
    }

    static IEnumerable<byte[]> Written(int seed)
    {
        var random = new Random(seed);
        var doc = new YDoc(seed);
        for (var i = 0; i < 10; i++)
        {
            doc.GetText("body").Insert(random.NextInt64(doc.GetText("body").Length + 1), "wörter 😀 ");
            doc.GetText("body").Format(0, 5, new Dictionary<string, object?> { ["bold"] = i % 2 == 0 ? true : null });
            doc.GetArray("a").Add(i, "x", new List<object?> { 1.5, null }, new byte[] { 1 });
            doc.GetMap("m").Set("k" + (i % 3), new Dictionary<string, object?> { ["a"] = i });
            var p = doc.GetXmlFragment("xml").AddElement("paragraph");
            p.SetAttribute("level", i);
            p.AddText("text").InsertEmbed(2, new Dictionary<string, object?> { ["image"] = "a" });
            if (i % 4 == 0) doc.GetXmlFragment("xml").Delete(0);
        }
        var state = doc.EncodeStateAsUpdate();
        yield return state;
        yield return YUpdate.ToV2(state);
    }
}
