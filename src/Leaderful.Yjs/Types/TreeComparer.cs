namespace Leaderful.Yjs;

/// <summary>Whether two nodes look alike: names, attributes, texts with their formats, and all that is in them. Without recursion.</summary>
internal static class TreeComparer
{
    public static bool Same(YType left, YType right)
    {
        var rest = new Stack<(YType Left, YType Right)>([(left, right)]);
        while (rest.TryPop(out var pair))
        {
            if (!SameNode(pair.Left, pair.Right)) return false;
            if (pair is not (YXmlFragment a, YXmlFragment b)) continue;
            if (a.Count != b.Count) return false;
            foreach (var children in a.Children.Zip(b.Children)) rest.Push(children);
        }
        return true;
    }

    static bool SameNode(YType left, YType right) => (left, right) switch
    {
        (YText a, YText b) => a.Kind == b.Kind && SameRuns(a.ToRuns(), b.ToRuns()),
        (YXmlElement a, YXmlElement b) => a.NodeName == b.NodeName && FormatSet.SameValue(a.Attributes, b.Attributes),
        (YXmlHook a, YXmlHook b) => a.HookName == b.HookName && FormatSet.SameValue(a.ToDictionary(), b.ToDictionary()),
        _ => left.Kind == right.Kind,
    };

    static bool SameRuns(IReadOnlyList<YTextRun> left, IReadOnlyList<YTextRun> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => SameRun(pair.First, pair.Second));

    static bool SameRun(YTextRun left, YTextRun right) =>
        left.Text == right.Text && FormatSet.SameValue(left.Embed, right.Embed) && FormatSet.SameValue(left.Formats, right.Formats);
}
