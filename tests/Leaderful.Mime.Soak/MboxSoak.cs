using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Leaderful.Mime.Soak;

/// <summary>Writes a large mbox to a temporary file, reads it through, and tells how much memory that took.</summary>
internal static class MboxSoak
{
    /// <summary>A tenth of the file is attachments of this size; the rest is small mails.</summary>
    const int LargeAttachment = 8 * 1024 * 1024;
    const long MemoryAllowed = 400_000_000;

    public static async Task<bool> RunAsync(long gigabytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mime-soak-{Environment.ProcessId}.mbox");
        try
        {
            var written = await WriteAsync(path, gigabytes * 1_000_000_000);
            return await ReadAsync(path, written);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static async Task<long> WriteAsync(string path, long size)
    {
        var random = new Random(1);
        var large = new byte[LargeAttachment];
        random.NextBytes(large);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var mails = 0L;
        for (var nextLarge = 0L; file.Position < size; mails++)
        {
            var isLarge = file.Position >= nextLarge;
            if (isLarge) nextLarge += 10L * LargeAttachment;
            MboxWriter.Write(file, Mail(mails, isLarge ? large : null), DateTimeOffset.UnixEpoch.AddMinutes(mails), "ada@example.org");
        }
        return mails;
    }

    static byte[] Mail(long number, byte[]? attachment)
    {
        var text = new StringBuilder();
        for (var line = 0; line < 20 + (number % 50); line++) text.Append(CultureInfo.InvariantCulture, $"Line {line} of mail {number}, with some words über dies und das.\n");
        text.Append("From the start of a line\n\nOn Monday, Ada wrote:\n> and so on\n\n-- \nBo\n");
        return MailWriter.Write(new OutgoingMail
        {
            From = new MailAddress("Bo", "bo@example.org"),
            To = [new MailAddress("List", "list@example.org")],
            Subject = $"Re: Mail {number}",
            Text = text.ToString(),
            MessageId = $"{number}@example.org",
            Date = DateTimeOffset.UnixEpoch.AddMinutes(number),
            Attachments = attachment is null ? [] : [new OutgoingAttachment("large.bin", "application/octet-stream", attachment)],
        });
    }

    static async Task<bool> ReadAsync(string path, long expected)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (clock, mails, heap) = (Stopwatch.StartNew(), 0L, 0L);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var working = 0L;
        await foreach (var item in MboxReader.ReadAsync(file))
        {
            item.Parse();
            if (++mails % 1000 != 0) continue;
            process.Refresh();
            working = Math.Max(working, process.WorkingSet64);
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"mbox of {file.Length / 1e9:N2} GB: {mails:N0} of {expected:N0} mails in {seconds:N1} s, {file.Length / seconds / 1e6:N0} MB/s; highest working set {working / 1e6:N0} MB, highest heap {heap / 1e6:N0} MB");
        return mails == expected && working < MemoryAllowed;
    }
}
