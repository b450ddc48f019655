using System.Text;
using Leaderful.Yjs;

namespace Leaderful.Pages.Beside;

/// <summary>Where the words of a passage stand in a page now.</summary>
internal sealed record PassagePlace(YText Text, long From, long To)
{
    /// <summary>Null where they are gone, or no longer in one text.</summary>
    public static PassagePlace? Find(YDoc doc, byte[] start, byte[] end) =>
        RelativePosition.Decode(start).Resolve(doc) is { Type: YText text } from && RelativePosition.Decode(end).Resolve(doc) is { Type: YText other } to && text.Equals(other)
            ? new PassagePlace(text, from.Index, to.Index) : null;

    /// <summary>Something other than a letter counts as one.</summary>
    public string Words
    {
        get
        {
            var all = new StringBuilder();
            foreach (var run in Text.ToRuns()) all.Append(run.Text ?? "￼");
            return From <= To && To <= all.Length ? all.ToString((int)From, (int)(To - From)) : "";
        }
    }
}
