using System.Diagnostics;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Mail.Archive;
using Leaderful.Mime;
using Leaderful.Shared;
using Leaderful.Shared.Markdown;
namespace Leaderful.Soak;
public static class Profile
{
    static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
    public static async Task Run(string file)
    {
        var settings = new Settings { DataFolder = "/tmp/archive-prof" };
        var maker = new MailMaker(new MailAuthors(new AddressHasher(settings)), new Blobs(settings), new Languages(), TimeProvider.System);
        var community = Id<Community>.New();
        for (var round = 0; round < 2; round++)
        {
            var t = Cpu();
            var pieces = new List<ArchivePiece>();
            await foreach (var piece in ArchiveSource.At(file)!.Read(0, default)) pieces.Add(piece);
            Tell("split", ref t, pieces.Count);
            foreach (var p in pieces) MailMessage.Parse(p.Bytes);
            Tell("parse", ref t, pieces.Count);
            var mails = pieces.ConvertAll(p => BatchItem.Of(p, community).Mail!);
            Tell("parse+item", ref t, pieces.Count);
            foreach (var m in mails) MailHtml.OfPlain(m.Message.Body.BestText().Text);
            Tell("html", ref t, pieces.Count);
            foreach (var m in mails) MailText.Split(m.Message.Body.BestText().Text);
            Tell("  split text", ref t, pieces.Count);
            foreach (var m in mails) PlainText.ToHtml(m.Message.Body.BestText().Text);
            Tell("  tohtml", ref t, pieces.Count);
            foreach (var m in mails) MailSubject.Normalise(m.Message.Subject);
            Tell("subject", ref t, pieces.Count);
            foreach (var m in mails) maker.Make(m, community, default);
            Tell("make", ref t, pieces.Count);
        }
    }
    static void Tell(string what, ref TimeSpan since, int n)
    {
        var now = Cpu();
        Console.WriteLine($"{what}: {(now - since).TotalMicroseconds / n:N1} us");
        since = Cpu();
    }
}
