using System.Diagnostics;
using Leaderful.Soaking;

namespace Leaderful.Mime.Soak;

/// <summary>How fast a real list's archive is read on one core.</summary>
internal static class SpeedRun
{
    public static async Task RunAsync(TimeSpan duration)
    {
        if (CorpusFolder.Find() is not { } root)
        {
            Console.WriteLine("The corpora are not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
            return;
        }
        var mbox = await File.ReadAllBytesAsync(Path.Combine(root, "mbox", "maven-dev-2017-11.mbox"));
        await ReadAsync(mbox, parse: true);
        foreach (var parse in new[] { false, true })
        {
            // Counted by the processor's clock too, for other programs may be busy.
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var (clock, mails, rounds, allocated) = (Stopwatch.StartNew(), 0L, 0L, GC.GetTotalAllocatedBytes());
            while (clock.Elapsed < duration)
            {
                mails += await ReadAsync(mbox, parse);
                rounds++;
            }
            var seconds = clock.Elapsed.TotalSeconds;
            process.Refresh();
            var busy = (process.TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine($"{(parse ? "split, parse, text and quotations" : "split only")}: {rounds * mbox.LongLength / seconds / 1e6:N1} MB/s, {mails / seconds:N0} mails/s; by processor time {rounds * mbox.LongLength / busy / 1e6:N1} MB/s, {mails / busy:N0} mails/s; {(GC.GetTotalAllocatedBytes() - allocated) / mails / 1000.0:N1} kB allocated a mail");
        }
    }

    static async Task<long> ReadAsync(byte[] mbox, bool parse)
    {
        var mails = 0L;
        await foreach (var item in MboxReader.ReadAsync(new MemoryStream(mbox)))
        {
            mails++;
            if (parse) MailText.Split(item.Parse().Body.BestText().Text);
        }
        return mails;
    }
}
