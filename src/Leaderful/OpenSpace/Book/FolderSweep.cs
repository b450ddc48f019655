namespace Leaderful.OpenSpace.Book;

/// <summary>Folders that a crash left behind are looked for with the first book after the start, and then seldom.</summary>
internal sealed class FolderSweep(TimeProvider time)
{
    /// <summary>No answer takes as long; what is older was left behind.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromHours(2);

    private long next;

    public void Look()
    {
        var (now, due) = (time.GetUtcNow(), Interlocked.Read(ref next));
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref next, (now + Left).UtcTicks, due) != due) return;
        // Folders are as old as the machine's clock says.
        Sweep(TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    /// <summary>Nobody else's: what this house may not remove is not its own.</summary>
    private static void Sweep(DateTime now)
    {
        foreach (var old in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories($"{PrivateFolder.Name}*"))
        {
            try
            {
                if (now - old.LastWriteTimeUtc > Left) old.Delete(recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another answer was quicker, or it is somebody else's.
            }
        }
    }
}
