using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Leaderful.OpenSpace.Reports;

/// <summary>
/// The boxes a report begins with. One in which nobody has written is for whoever writes and not for whoever reads: it is left out
/// there, name and all. Whatever is in a box, and every heading somebody wrote themselves, stays.
/// </summary>
/// <param name="begun">What reports begin with, in each language: whoever reads need not speak that of whoever began.</param>
internal sealed partial class ReportBoxes(IEnumerable<string> begun)
{
    private static readonly FrozenSet<string> Bare = FrozenSet.ToFrozenSet(["p", "ul", "ol", "li", "div", "br", "input"], StringComparer.Ordinal);

    private readonly FrozenSet<string> names = begun.SelectMany(b => b.Split('\n')).Where(l => l.StartsWith('#')).Select(l => l.TrimStart('#').Trim()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes them out of markup.</summary>
    public void LeaveOut(XElement report)
    {
        foreach (var heading in report.Elements().Where(e => Level(e) > 0 && names.Contains(e.Value.Trim())).ToList())
        {
            var inside = heading.ElementsAfterSelf().TakeWhile(e => Level(e) == 0 || Level(e) > Level(heading)).ToList();
            if (!inside.TrueForAll(IsBare)) continue;
            foreach (var element in inside.Prepend(heading)) element.Remove();
        }
    }

    /// <summary>How many lines of Markdown from this heading on are one of them: none where it is none.</summary>
    public int LinesFrom(IReadOnlyList<string> lines, int heading)
    {
        if (!lines[heading].StartsWith('#') || !names.Contains(lines[heading].TrimStart('#').Trim())) return 0;
        var end = heading + 1;
        while (end < lines.Count && BareLine.IsMatch(lines[end])) end++;
        return end == lines.Count || (Level(lines[end]) is > 0 and var next && next <= Level(lines[heading])) ? end - heading : 0;
    }

    /// <summary>Nothing but what was there to be written in.</summary>
    private static bool IsBare(XElement element) =>
        string.IsNullOrWhiteSpace(element.Value) && element.DescendantsAndSelf().All(e => Bare.Contains(e.Name.LocalName) && e.Attribute("checked") is null);

    private static int Level(XElement element) => element.Name.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : 0;

    private static int Level(string line) => line.Length - line.TrimStart('#').Length;

    [GeneratedRegex(@"^\s*(-|[0-9]+\.)?(\s*\[ \])?\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BareLine { get; }
}
