using System.IO.Compression;
using System.Text.Json;

namespace Leaderful.Yjs.Bench;

/// <summary>A text as people typed it: where, how much they took away, what they put in.</summary>
internal sealed record TypedText(IReadOnlyList<(int At, int Deleted, string Text)> Edits)
{
    public static TypedText Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(file);
        return new([.. json.RootElement.GetProperty("txns").EnumerateArray().SelectMany(t => t.GetProperty("patches").EnumerateArray())
            .Select(p => (p[0].GetInt32(), p[1].GetInt32(), p[2].GetString()!))]);
    }

    /// <summary>Another person's letters, each an update.</summary>
    public static IEnumerable<byte[]> MadeUp(int count)
    {
        var doc = new YDoc(2);
        var text = doc.GetText("text");
        for (var i = 0; i < count; i++) yield return doc.Transact(() => text.Insert(i % 50 == 0 ? i / 2 : text.Length, "x"))!;
    }

    public static YDoc Apply(IReadOnlyList<byte[]> updates)
    {
        var doc = new YDoc();
        foreach (var update in updates) doc.ApplyUpdate(update);
        return doc;
    }

    public YDoc Document()
    {
        var doc = new YDoc(1);
        Write(doc, _ => { });
        return doc;
    }

    public List<byte[]> Updates()
    {
        List<byte[]> updates = [];
        Write(new YDoc(1), updates.Add);
        return updates;
    }

    void Write(YDoc doc, Action<byte[]> done)
    {
        var text = doc.GetText("text");
        foreach (var edit in Edits)
        {
            var update = doc.Transact(() =>
            {
                if (edit.Deleted > 0) text.Delete(edit.At, edit.Deleted);
                if (edit.Text.Length > 0) text.Insert(edit.At, edit.Text);
            });
            if (update is not null) done(update);
        }
    }
}
