using System.Globalization;

namespace Leaderful.Bench;

/// <summary>An mbox as a list of some years leaves it: threads of about eight mails, quotes, signatures, a few hundred people.</summary>
public static class MadeUpArchive
{
    private const int MailsAThread = 8;

    public static int Write(string file, int mails)
    {
        using var mbox = new StreamWriter(file) { NewLine = "\n" };
        for (var n = 0; n < mails; n++) Write(mbox, n);
        return 0;
    }

    private static void Write(StreamWriter mbox, int n)
    {
        var (thread, place) = (n / MailsAThread, n % MailsAThread);
        var date = new DateTime(2012, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(n * 37);
        var name = $"person{n % 300}";
        mbox.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From {name}@list.example {date:ddd MMM dd HH:mm:ss yyyy}"));
        mbox.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Date: {date:ddd, dd MMM yyyy HH:mm:ss} +0000"));
        mbox.WriteLine($"From: Person {n % 300} <{name}@list.example>");
        mbox.WriteLine("To: night-porch@list.example");
        mbox.WriteLine($"Message-ID: <{n}@list.example>");
        mbox.WriteLine($"Subject: {(place == 0 ? "" : "Re: ")}Question {thread} about the garden room");
        if (place > 0)
        {
            mbox.WriteLine($"In-Reply-To: <{n - 1}@list.example>");
            mbox.WriteLine($"References: {string.Join(' ', Enumerable.Range(n - place, place).Select(r => $"<{r}@list.example>"))}");
        }
        mbox.WriteLine("Content-Type: text/plain; charset=utf-8\n");
        if (place > 0) mbox.WriteLine($"On {date:yyyy-MM-dd}, Person {(n - 1) % 300} wrote:\n> {MadeUpText.Post(n - 1).Split('\n')[0]}\n");
        mbox.WriteLine($"{MadeUpText.Post(n)}\n\n-- \nPerson {n % 300}, night shift\n");
    }
}
