namespace Leaderful.OpenSpace.Book;

/// <summary>A folder for one answer, readable by the house alone, and gone with it.</summary>
internal sealed class PrivateFolder(ILogger log) : IDisposable
{
    internal const string Name = "leaderful-book-";

    public string Path { get; } = Directory.CreateTempSubdirectory(Name).FullName;

    /// <summary>It goes when the answer was sent.</summary>
    public static PrivateFolder For(HttpContext context)
    {
        context.RequestServices.GetRequiredService<FolderSweep>().Look();
        var folder = new PrivateFolder(context.RequestServices.GetRequiredService<ILogger<PrivateFolder>>());
        context.Response.RegisterForDispose(folder);
        return folder;
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
