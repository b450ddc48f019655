namespace Leaderful.Files;

/// <summary>
/// The bytes of files, one file each under its owner's folder. A blob is whole and on the disk before the row that names
/// it is committed; one that no row names is left over from a crash and may go (<see cref="OrphanBlobs"/>).
/// </summary>
public sealed class Blobs(Settings settings)
{
    public string Folder(FileOwner owner) => Path.GetFullPath(Path.Combine(settings.BlobFolder, owner.ToString()));

    public string PathOf(FileOwner owner, string name) => Path.Combine(Folder(owner), name);

    /// <summary>Writes beside and renames, so that nobody ever sees half a file; the same name again replaces it.</summary>
    public void Write(FileOwner owner, string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(owner, name);
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Makes the names of what was just written, too, survive a power cut. Once for many.</summary>
    public void Settle(FileOwner owner)
    {
        var folder = Folder(owner);
        if (!Directory.Exists(folder)) return;
        foreach (var inner in Directory.EnumerateDirectories(folder)) FolderFlush.ToDisk(inner);
        FolderFlush.ToDisk(folder);
    }
}
