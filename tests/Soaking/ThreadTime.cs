using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Leaderful.Soaking;

/// <summary>The processor time of the calling thread, so that other programs do not make a mail seem slow. Elsewhere than on Linux the clock on the wall.</summary>
internal static class ThreadTime
{
    const int ThreadCpuClock = 3; // CLOCK_THREAD_CPUTIME_ID

    static readonly bool IsLinux = OperatingSystem.IsLinux();

    public static TimeSpan Now => IsLinux && Read(ThreadCpuClock, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100))
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
