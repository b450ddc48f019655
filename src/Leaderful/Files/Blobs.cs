using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Files;

/// <summary>
/// The bytes of files, one file each under the community's folder. A blob is whole and on the disk before the row that names
/// it is committed; one that no row names is left over from a crash and may go (<see cref="OrphanBlobs"/>).
/// </summary>
public sealed class Blobs(Settings settings)
{
    public string Folder(Id<Community> community) => Path.GetFullPath(Path.Combine(settings.BlobFolder, community.ToString()));

    public string PathOf(Id<Community> community, string name) => Path.Combine(Folder(community), name);

    /// <summary>Writes beside and renames, so that nobody ever sees half a file; the same name again replaces it.</summary>
    public void Write(Id<Community> community, string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(community, name);
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
    public void Settle(Id<Community> community)
    {
        var folder = Folder(community);
        if (!Directory.Exists(folder)) return;
        foreach (var inner in Directory.EnumerateDirectories(folder)) FolderFlush.ToDisk(inner);
        FolderFlush.ToDisk(folder);
    }
}
