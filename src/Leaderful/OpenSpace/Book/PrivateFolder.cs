namespace Leaderful.OpenSpace.Book;

/// <summary>A folder for one answer, readable by the house alone, and gone with it.</summary>
internal sealed class PrivateFolder(ILogger log) : IDisposable
{
    private const string Name = "leaderful-book-";

    /// <summary>No answer takes as long; what is older was left behind by a crash.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromHours(2);

    /// <summary>When the house next looks for such; first with its first book.</summary>
    private static long nextSweep;

    public string Path { get; } = Directory.CreateTempSubdirectory(Name).FullName;

    /// <summary>It goes when the answer was sent.</summary>
    public static PrivateFolder For(HttpContext context)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var due = Interlocked.Read(ref nextSweep);
        if (now.Ticks >= due && Interlocked.CompareExchange(ref nextSweep, (now + Left).Ticks, due) == due) Sweep(now);
        var folder = new PrivateFolder(context.RequestServices.GetRequiredService<ILogger<PrivateFolder>>());
        context.Response.RegisterForDispose(folder);
        return folder;
    }

    /// <summary>Nobody else's: what this house may not remove is not its own.</summary>
    private static void Sweep(DateTime now)
    {
        foreach (var old in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Name}*"))
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

    /// <summary>A file in it, and where it lies: what is sent from there needs no memory of the house.</summary>
    public async Task<string> Make(string name, Func<Stream, Task> write)
    {
        var path = System.IO.Path.Combine(Path, name);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        await write(file);
        return path;
    }

    public Task Write(string name, string text) => File.WriteAllTextAsync(System.IO.Path.Combine(Path, name), text);

    /// <summary>What goes between being looked for and being copied is as gone as what went before.</summary>
    public void Copy(string from, string name)
    {
        var to = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
        try
        {
            File.Copy(from, to);
        }
        catch (FileNotFoundException)
        {
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(failure, "A folder of a book could not be removed: {Path}", Path);
        }
    }
}
