using System.Globalization;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Mail.Archive;
using Leaderful.Mime;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>A mailing list from before, written as an mbox and brought in as any other archive is.</summary>
public static class OldList
{
    private const string Domain = "porters-and-wards.example";

    /// <summary>Once; where the program ended in the middle of it, it goes on.</summary>
    public static async Task BringIn(Settings settings, DateTime at, CancellationToken stop = default)
    {
        await using var services = Then(settings, at);
        if (await Waiting(services, stop) is not { } community) return;
        var folder = Directory.CreateTempSubdirectory("leaderful-demo-");
        try
        {
            var path = Path.Combine(folder.FullName, "porters-and-wards.mbox");
            await using (var file = File.Create(path)) Write(file);
            await services.GetRequiredService<ArchiveImports>().Run(ArchiveSource.At(path)!, community, Actor.House, _ => { }, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Write(Stream mbox)
    {
        var thread = new List<string>();
        foreach (var (subject, by, date, text) in Mails())
        {
            if (subject.Opens) thread.Clear();
            var id = $"{date:yyyyMMddHHmm}@{Domain}";
            var mail = new OutgoingMail
            {
                From = by, To = [new MailAddress("porters-and-wards", $"list@{Domain}")], Subject = subject.Opens ? subject.Line : $"Re: {subject.Line}",
                MessageId = id, Date = date, InReplyTo = thread.LastOrDefault(), References = [.. thread], Text = text,
            };
            MboxWriter.Write(mbox, MailWriter.Write(mail), date);
            thread.Add(id);
        }
    }

    private static IEnumerable<((string Line, bool Opens) Subject, MailAddress By, DateTimeOffset Date, string Text)> Mails()
    {
        var subject = "";
        var opens = false;
        foreach (var block in ("\n" + Script.Text("old-list.txt")).Split("\n== "))
        {
            var (head, rest) = Cut(block, "\n");
            var (text, next) = Cut(rest, "\n# ");
            if (subject.Length > 0)
            {
                var (name, address, date) = (Cut(head, " <").Before, Cut(Cut(head, " <").After, "> ").Before, Cut(head, "> ").After);
                yield return ((subject, opens), new MailAddress(name, address), DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), text.Trim() + "\n");
                opens = false;
            }
            else next = rest[2..];
            if (next.Length > 0) (subject, opens) = (next.Trim(), true);
        }
    }

    private static (string Before, string After) Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var i ? (text[..i], text[(i + at.Length)..]) : (text, "");

    private static async Task<Community?> Waiting(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.The<Community>().SingleOrDefaultAsync(c => c.Slug == Millbrook.Here
            && !db.The<MailImport>().Any(i => i.CommunityId == c.Id && i.FinishedAt != null), stop);
    }

    /// <summary>The services an import needs, by a clock that stands where the story says.</summary>
    private static ServiceProvider Then(Settings settings, DateTime at)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton<TimeProvider>(new DemoTime(at));
        services.AddSingleton<Languages>();
        services.AddData(settings);
        services.AddFiles();
        services.AddArchive();
        return services.BuildServiceProvider();
    }

    private sealed class DemoTime(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at);
    }
}
