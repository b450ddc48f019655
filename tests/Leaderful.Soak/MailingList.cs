using System.Globalization;
using System.Text;

namespace Leaderful.Soak;

/// <summary>
/// Writes an archive such as a list leaves behind in years: threads that grow, answers before what they answer, quotations,
/// files, HTML, mails without an id and a few stretches that are no mails. The same seed writes the same bytes.
/// </summary>
public sealed class MailingList(int seed)
{
    private const string Words = "night shift garden room who keeps open ward circle porter nurse meeting people share work harvest thread answer plan week report leader time good hands thanks think would could every after before between";

    private static readonly string[] Vocabulary = Words.Split(' ');

    private readonly Random random = new(seed);
    private readonly List<Thread> open = [];
    private DateTime now = new(2012, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>How many stretches of what was written are no mails.</summary>
    public int NotMails { get; private set; }

    public void Write(Stream stream, int mails)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var held = new Queue<string>();
        for (var i = 0; i < mails; i++)
        {
            var mail = One(i);
            // Some come late: after the mails that answer them.
            if (random.Next(25) == 0) held.Enqueue(mail);
            else writer.Write(mail);
            if (held.Count > 0 && random.Next(12) == 0) writer.Write(held.Dequeue());
        }
        foreach (var late in held) writer.Write(late);
    }

    private string One(int i)
    {
        now = now.AddMinutes(random.Next(1, 60));
        var (who, id) = (random.Next(600), $"{i}.{random.NextInt64():x}@mail.example");
        var line = string.Create(CultureInfo.InvariantCulture, $"From p{who}@example.org {now:ddd MMM} {now.Day,2} {now:HH:mm:ss yyyy}\n");
        if (random.Next(400) == 0)
        {
            NotMails++;
            return $"{line}X-Nothing: {i}\n\nno mail\n\n";
        }
        var head = new StringBuilder(line);
        head.Append(CultureInfo.InvariantCulture, $"From: Person Name{who} <p{who}@example.org>\nTo: list@example.org\nDate: {now:ddd, dd MMM yyyy HH:mm:ss} +0000\n");
        if (random.Next(50) > 0) head.Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}>\n");
        var quote = Place(head, id);
        return head.Append(Body(i, quote)).ToString();
    }

    private string Place(StringBuilder head, string id)
    {
        if (open.Count == 0 || random.Next(5) == 0)
        {
            var thread = new Thread(Say(random.Next(3, 8)), [(id, [])]);
            open.Add(thread);
            if (open.Count > 60) open.RemoveAt(0);
            head.Append("Subject: ").Append(thread.Subject).Append('\n');
            return "";
        }
        var on = open[random.Next(open.Count)];
        var (parent, references) = on.Mails[random.Next(on.Mails.Count)];
        string[] named = [.. references.TakeLast(11), parent];
        on.Mails.Add((id, named));
        head.Append("Subject: Re: ").Append(on.Subject).Append("\nIn-Reply-To: <").Append(parent).Append(">\nReferences:");
        foreach (var name in named) head.Append(" <").Append(name).Append('>');
        head.Append('\n');
        return $"\nOn Monday somebody wrote:\n{string.Concat(Enumerable.Range(0, 6).Select(_ => $"> {Say(9)}\n"))}";
    }

    private string Body(int i, string quote)
    {
        var text = $"{string.Join("\n\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Join('\n', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Say(10)))))}\n{quote}\n-- \nMail {i}\n";
        return random.Next(20) switch
        {
            0 => $"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=plan{i}.csv\n\n{i},{Say(40)}\n--b--\n\n",
            1 => $"Content-Type: text/html; charset=utf-8\n\n<p>{text.Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n\n",
            _ => $"Content-Type: text/plain; charset=utf-8\n\n{text}\n",
        };
    }

    private string Say(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private sealed record Thread(string Subject, List<(string Id, string[] References)> Mails);
}
