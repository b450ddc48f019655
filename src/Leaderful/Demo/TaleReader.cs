using System.Globalization;

namespace Leaderful.Demo;

/// <summary>Reads a conversation as Script/README.md says it is written.</summary>
public static class TaleReader
{
    public static Tale Read(string text)
    {
        var blocks = Blocks(text.Split('\n')).ToList();
        var (title, day) = (blocks[0].Head[2..], blocks[0].Body);
        if (!blocks[0].Head.StartsWith("# ", StringComparison.Ordinal) || !day.StartsWith("day ", StringComparison.Ordinal))
            throw new FormatException($"A tale begins with its title and its day: '{title}'.");
        var at = new Moment(int.Parse(day[4..], CultureInfo.InvariantCulture), TimeSpan.MinValue);
        var sayings = new List<Saying>();
        foreach (var (head, body) in blocks.Skip(1))
        {
            if (head.StartsWith("==", StringComparison.Ordinal))
            {
                var (who, when) = WhoAndWhen(head);
                sayings.Add(new Saying(at = at.Next(when), who, body, new List<Change>()));
            }
            else if (sayings.Count == 0) throw new FormatException($"Nothing to change yet in '{title}'.");
            else ((List<Change>)sayings[^1].Changes).Add(Change(sayings[^1], head, body));
        }
        return new Tale(title, sayings);
    }

    private static Change Change(Saying saying, string head, string body)
    {
        if (head.StartsWith("~~", StringComparison.Ordinal)) return new Change(saying.At.Next(head[3..]), saying.Who, body);
        var (who, when) = WhoAndWhen(head);
        return new Change(saying.At.Next(when), who, null);
    }

    private static (string Who, string When) WhoAndWhen(string head)
    {
        var words = head[3..];
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return (words[..space], words[(space + 1)..]);
    }

    private static IEnumerable<(string Head, string Body)> Blocks(string[] lines)
    {
        var heads = Enumerable.Range(0, lines.Length).Where(i => i == 0 || IsHead(lines[i])).Append(lines.Length).ToList();
        return heads.Zip(heads.Skip(1), (from, to) => (lines[from], string.Join('\n', lines[(from + 1)..to]).Trim()));
    }

    private static bool IsHead(string line) =>
        line.StartsWith("== ", StringComparison.Ordinal) || line.StartsWith("~~ ", StringComparison.Ordinal) || line.StartsWith("xx ", StringComparison.Ordinal);
}
