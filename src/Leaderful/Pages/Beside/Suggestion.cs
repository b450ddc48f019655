using System.Text;
using Leaderful.Pages.Together;
using Leaderful.Yjs;

namespace Leaderful.Pages.Beside;

/// <summary>Puts other words where some stand, as a change like any other.</summary>
internal static class Suggestion
{
    /// <summary>The change; nothing where the words are no longer those that were meant.</summary>
    public static byte[]? Change(Written written, byte[] start, byte[] end, string quote, string instead)
    {
        var doc = PageText.Read(written);
        if (RelativePosition.Decode(start).Resolve(doc) is not { Type: YText text } from || RelativePosition.Decode(end).Resolve(doc) is not { Type: YText other } to) return null;
        if (!text.Equals(other) || to.Index - from.Index != quote.Length || Between(text, from.Index, to.Index) != quote) return null;
        return doc.Transact(() =>
        {
            // Behind the first letter, so that they look as what they stand for.
            text.Insert(from.Index + 1, instead);
            text.Delete(from.Index + 1 + instead.Length, quote.Length - 1);
            text.Delete(from.Index, 1);
        });
    }

    /// <summary>Something other than a letter counts as one.</summary>
    private static string Between(YText text, long from, long to)
    {
        var all = new StringBuilder();
        foreach (var run in text.ToRuns()) all.Append(run.Text ?? "￼");
        return to <= all.Length ? all.ToString((int)from, (int)(to - from)) : "";
    }
}
