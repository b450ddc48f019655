using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>
/// Marks as they nest: of those that begin at a place, the one that reaches farthest is outermost. Marks that overlap are cut, for no
/// tree can hold them otherwise.
/// </summary>
internal static class MarkTree
{
    /// <summary>Goes through spans: what is inside a mark is written between its opening and its closing.</summary>
    public static void Walk(ReadOnlySpan<RichSpan> spans, IMarkWriter writer) => Walk(spans, writer, []);

    public static void Walk(List<RichSpan> spans, IMarkWriter writer) => Walk(CollectionsMarshal.AsSpan(spans), writer);

    static void Walk(ReadOnlySpan<RichSpan> spans, IMarkWriter writer, RichMark[] open)
    {
        while (!spans.IsEmpty)
        {
            var (mark, reach) = Farthest(spans, open);
            if (mark is null)
            {
                writer.Write(spans[0].Text);
                spans = spans[1..];
                continue;
            }
            writer.Open(mark);
            if (mark.Name == "code") writer.Write(string.Concat(spans[..reach].ToArray().Select(span => span.Text)));
            else Walk(spans[..reach], writer, [.. open, mark]);
            writer.Close(mark);
            spans = spans[reach..];
        }
    }

    static (RichMark? Mark, int Reach) Farthest(ReadOnlySpan<RichSpan> spans, RichMark[] open)
    {
        (RichMark? Mark, int Reach) best = (null, 0);
        foreach (var mark in spans[0].Marks)
        {
            if (open.Contains(mark)) continue;
            var reach = 1;
            while (reach < spans.Length && spans[reach].Marks.Contains(mark)) reach++;
            // Code takes nothing into it and goes innermost.
            if (best.Mark is null || best.Mark.Name == "code" || (reach > best.Reach && mark.Name != "code")) best = (mark, reach);
        }
        return best;
    }
}
