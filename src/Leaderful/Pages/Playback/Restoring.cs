using System.Globalization;
using System.Text;
using Leaderful.Pages.Together;
using Leaderful.Yjs;

namespace Leaderful.Pages.Playback;

/// <summary>
/// Makes a page say again what it said before, as a change like any other. Blocks at its beginning and end that say so already
/// are left alone, with whatever hangs on them.
/// </summary>
public static class Restoring
{
    private const int Deepest = 100;

    /// <summary>The change, or nothing where it says so already.</summary>
    public static byte[]? Change(ReadOnlySpan<byte> now, ReadOnlySpan<byte> then)
    {
        var (doc, before) = (new YDoc(), new YDoc());
        doc.ApplyUpdate(now);
        before.ApplyUpdate(then);
        return doc.Transact(() => Restore(doc.GetXmlFragment(PageText.Field), before.GetXmlFragment(PageText.Field)));
    }

    private static void Restore(YXmlFragment page, YXmlFragment before)
    {
        var (has, wants) = (page.Children.Select(Said).ToList(), before.Children.ToList());
        var said = wants.ConvertAll(Said);
        var head = 0;
        while (head < Math.Min(has.Count, said.Count) && has[head] == said[head]) head++;
        var tail = 0;
        while (tail < Math.Min(has.Count, said.Count) - head && has[^(tail + 1)] == said[^(tail + 1)]) tail++;
        if (has.Count - head - tail is > 0 and var old) page.Delete(head, old);
        for (var i = head; i < wants.Count - tail; i++) Copy(wants[i], page, i, 0);
    }

    internal static void Copy(YType node, YXmlFragment into, long place, int depth)
    {
        if (depth > Deepest) return;
        if (node is YXmlText text) Copy(text, into.InsertText(place));
        else if (node is YXmlElement element)
        {
            var copy = into.InsertElement(place, element.NodeName);
            foreach (var (name, value) in element.Attributes) copy.SetAttribute(name, value);
            var at = 0;
            foreach (var child in element.Children) Copy(child, copy, at++, depth + 1);
        }
    }

    private static void Copy(YXmlText text, YXmlText into)
    {
        foreach (var run in text.ToRuns())
        {
            if (run.Text is { } words) into.Insert(into.Length, words, run.Formats);
            else if (run.Embed is not (null or YType)) into.InsertEmbed(into.Length, run.Embed, run.Formats);
        }
    }

    /// <summary>All a block says, in one line, to be compared.</summary>
    private static string Said(YType node)
    {
        var said = new StringBuilder();
        Say(node, said, 0);
        return said.ToString();
    }

    private static void Say(YType node, StringBuilder said, int depth)
    {
        if (depth > Deepest) return;
        if (node is YXmlText text)
        {
            foreach (var run in text.ToRuns()) said.Append('"').Append(run.Text ?? Convert.ToString(run.Embed, CultureInfo.InvariantCulture)).Append('"').Append(Values(run.Formats));
        }
        else if (node is YXmlElement element)
        {
            said.Append('<').Append(element.NodeName).Append(Values(element.Attributes)).Append('>');
            foreach (var child in element.Children) Say(child, said, depth + 1);
            said.Append("</>");
        }
    }

    private static string Values(IReadOnlyDictionary<string, object?> values) => values.Count == 0 ? "" :
        string.Join(',', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={System.Text.Json.JsonSerializer.Serialize(v.Value)}"));
}
