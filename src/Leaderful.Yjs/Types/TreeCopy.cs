namespace Leaderful.Yjs;

/// <summary>Writes nodes anew that stand in another document, or in the same at another time. Without recursion.</summary>
/// <param name="hand">Under which client words are written, given whose they were; none for the document's own.</param>
internal sealed class TreeCopy(Func<long, long>? hand)
{
    readonly Stack<(YXmlFragment Source, YXmlFragment Target)> rest = new();

    public void Copy(IEnumerable<YType> nodes, YXmlFragment target, long index)
    {
        foreach (var node in nodes) CopyNode(node, target, index++);
        while (rest.TryPop(out var pair))
        {
            foreach (var child in pair.Source.Children) CopyNode(child, pair.Target, pair.Target.Count);
        }
    }

    void CopyNode(YType node, YXmlFragment target, long index)
    {
        switch (node)
        {
            case YText text: CopyText(text, target.InsertText(index)); break;
            case YXmlElement element:
                var copy = target.InsertElement(index, element.NodeName);
                foreach (var (name, value) in element.Attributes.Where(attribute => attribute.Value is not YType)) copy.SetAttribute(name, value);
                rest.Push((element, copy));
                break;
            case YXmlHook hook:
                var map = target.InsertHook(index, hook.HookName);
                foreach (var (key, value) in hook.ToDictionary().Where(pair => pair.Value is not YType)) map.Set(key, value);
                break;
        }
    }

    void CopyText(YText source, YText target)
    {
        var hands = hand is null ? new Queue<YAuthoredRun>() : new Queue<YAuthoredRun>(source.ToAuthors());
        long at = 0;
        foreach (var run in source.ToRuns())
        {
            if (run.Text is not null) CopyRun(run.Text, run.Formats, target, hands, at);
            else if (run.Embed is not (null or YType)) target.InsertEmbed(target.Length, run.Embed, run.Formats);
            at += run.Text?.Length ?? 1;
        }
    }

    /// <summary>A run of equal formats, cut where another's words begin.</summary>
    void CopyRun(string text, IReadOnlyDictionary<string, object?> formats, YText target, Queue<YAuthoredRun> hands, long at)
    {
        for (var from = 0; from < text.Length;)
        {
            while (hands.TryPeek(out var past) && past.Index + past.Text.Length <= at + from) hands.Dequeue();
            var (length, client) = hands.TryPeek(out var now)
                ? ((int)Math.Min(text.Length - from, now.Index + now.Text.Length - at - from), hand!(now.Client))
                : (text.Length - from, target.Document.ClientId);
            target.Document.WriteAs(client, () => target.Insert(target.Length, text.Substring(from, length), formats));
            from += length;
        }
    }
}
