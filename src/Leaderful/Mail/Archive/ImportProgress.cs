using Leaderful.Shared;

namespace Leaderful.Mail.Archive;

/// <summary>Says how an import goes on: on a terminal in one line that changes, elsewhere in a line every few seconds.</summary>
public sealed class ImportProgress(Words words, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(Console.IsOutputRedirected ? 5 : 0.2);

    private readonly long started = time.GetTimestamp();
    private long told;

    public void Tell(MailImport import)
    {
        if (told != 0 && time.GetElapsedTime(told) < Between) return;
        told = time.GetTimestamp();
        var line = words.Say("archive.console.progress", ("percent", import.Percent), ("read", Number(import.Read)), ("file", import.FileName));
        if (Console.IsOutputRedirected) Console.Out.WriteLine(line);
        else Console.Out.Write($"\r{line}\e[K");
    }

    public void Sum(MailImport import)
    {
        if (!Console.IsOutputRedirected) Console.Out.Write("\r\e[K");
        Console.Out.WriteLine(words.Say("archive.console.read", ("n", Number(import.Read)), ("file", import.FileName)));
        Say("placed", import.Placed);
        Say("already", import.AlreadyHere);
        Say("files", import.Files);
        Say("mended", import.Mended);
        Say("unread", import.Unread);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        Console.Out.WriteLine(words.Say("archive.console.took", ("seconds", seconds.ToString("N1", words.Culture)), ("rate", Number((long)(import.Read / Math.Max(seconds, 0.001))))));
    }

    private void Say(string what, long n)
    {
        if (n > 0 || what is "placed" or "unread") Console.Out.WriteLine($"  {words.Count($"archive.console.{what}", n)}");
    }

    private string Number(long n) => n.ToString("N0", words.Culture);
}
