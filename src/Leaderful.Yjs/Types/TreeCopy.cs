namespace Leaderful.Yjs;

/// <summary>Writes nodes anew that stand in another document, or in the same at another time. Without recursion.</summary>
internal static class TreeCopy
{
    public static void Copy(IEnumerable<YType> nodes, YXmlFragment target, long index)
    {
        var rest = new Stack<(YXmlFragment Source, YXmlFragment Target)>();
        foreach (var node in nodes) CopyNode(node, target, index++, rest);
        while (rest.TryPop(out var pair))
        {
            foreach (var child in pair.Source.Children) CopyNode(child, pair.Target, pair.Target.Count, rest);
        }
    }

    static void CopyNode(YType node, YXmlFragment target, long index, Stack<(YXmlFragment, YXmlFragment)> rest)
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

    static void CopyText(YText source, YText target)
    {
        foreach (var run in source.ToRuns())
        {
            if (run.Text is not null) target.Insert(target.Length, run.Text, run.Formats);
            else if (run.Embed is not (null or YType)) target.InsertEmbed(target.Length, run.Embed, run.Formats);
        }
    }
}
