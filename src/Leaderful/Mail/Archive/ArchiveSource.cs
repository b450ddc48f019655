using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Mail.Archive;

/// <summary>What is brought in: one file, or a folder of mails, mboxes and maildirs, read in the order of their names.</summary>
public sealed class ArchiveSource
{
    private const int Glimpse = 4096;

    private readonly List<ArchiveFile> files = [];

    private ArchiveSource(string path, string? called)
    {
        var isFolder = Directory.Exists(path);
        Name = called ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        WrittenAt = isFolder ? Directory.GetLastWriteTimeUtc(path) : File.GetLastWriteTimeUtc(path);
        var start = 0L;
        foreach (var file in isFolder ? FilesIn(path) : [path])
        {
            var name = isFolder ? Path.GetRelativePath(path, file) : "";
            var found = Look(new ArchiveFile(file, name, start, new FileInfo(file).Length, IsOneMail: false), isFolder);
            files.Add(found);
            // One more for each file of a folder, so that even an empty one has a place of its own.
            start += found.Length + (isFolder ? 1 : 0);
        }
        Bytes = start;
        Fingerprint = FingerprintOf();
    }

    public string Name { get; }
    public long Bytes { get; }
    public DateTime WrittenAt { get; }
    public byte[] Fingerprint { get; }

    /// <summary>What lies at a path, called as it is there, or as whoever sent it calls it.</summary>
    public static ArchiveSource? At(string path, string? name = null) => File.Exists(path) || Directory.Exists(path) ? new ArchiveSource(path, name) : null;

    /// <summary>The pieces from a position on, where an earlier piece ended.</summary>
    public async IAsyncEnumerable<ArchivePiece> Read(long position, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var file in files)
        {
            var end = file.Start + file.Length;
            if (position > file.Start && position >= end) continue;
            await using var pieces = file.Read(Math.Max(0, position - file.Start), stop).GetAsyncEnumerator(stop);
            ArchivePiece? refused = null;
            while (refused is null)
            {
                try
                {
                    if (!await pieces.MoveNextAsync()) break;
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    refused = new ArchivePiece(0, end + 1, default, Unread: UnreadReason.NoAccess, Detail: file.Name.Length > 0 ? file.Name : failure.Message);
                    break;
                }
                yield return pieces.Current;
            }
            if (refused is not null) yield return refused;
        }
    }

    /// <summary>What mail programs keep beside the mails is no mail.</summary>
    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
        .Where(f => !IsBeside(Path.GetFileName(f)) && Path.GetFileName(Path.GetDirectoryName(f)) is not "tmp")
        .Order(StringComparer.Ordinal);

    private static bool IsBeside(string name) =>
        name.StartsWith('.') || name.StartsWith("dovecot", StringComparison.Ordinal) || name is "maildirfolder" or "subscriptions" or "maildirsize";

    private static ArchiveFile Look(ArchiveFile file, bool inFolder)
    {
        if (file.Path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) return file with { IsOneMail = true };
        try
        {
            var measured = file.Measured();
            return measured with { IsOneMail = inFolder && !Begins(measured).StartsWith("From "u8) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return file;
        }
    }

    private static byte[] Begins(ArchiveFile file)
    {
        using var stream = file.Open();
        var bytes = new byte[Glimpse];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private byte[] FingerprintOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Length}\n"));
        if (files is [var first, ..] && TryBegin(first) is { } begin) hash.AppendData(begin);
        return hash.GetHashAndReset();
    }

    private static byte[]? TryBegin(ArchiveFile file)
    {
        try
        {
            return Begins(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
