using System.Diagnostics;

namespace Leaderful.Bench.Together;

/// <summary>What the server and this load have used of a processor since it was made, and how much memory the server has.</summary>
internal sealed class Use : IDisposable
{
    private readonly Process server;
    private readonly Process own = Process.GetCurrentProcess();
    private readonly TimeSpan serverBefore;
    private readonly TimeSpan ownBefore;

    public Use(int server)
    {
        this.server = Process.GetProcessById(server);
        (serverBefore, ownBefore) = (this.server.TotalProcessorTime, own.TotalProcessorTime);
    }

    public TimeSpan Server => Now(server).TotalProcessorTime - serverBefore;
    public TimeSpan Own => Now(own).TotalProcessorTime - ownBefore;
    public long Memory => Now(server).WorkingSet64 >> 20;

    public void Dispose()
    {
        server.Dispose();
        own.Dispose();
    }

    private static Process Now(Process process)
    {
        process.Refresh();
        return process;
    }
}

/// <summary>One rate, as it went: shares of a core, waits in milliseconds, memory in MiB.</summary>
internal sealed record Step(int Rate, double Sent, double Arrived, double Median, double P99, double Server, double Own, long Memory)
{
    public bool IsInTime => P99 <= 250 && Arrived > 0.99 && Sent > 0.97 * Rate;
}
