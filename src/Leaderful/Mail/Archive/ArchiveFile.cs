using System.IO.Compression;
using System.Runtime.CompilerServices;
using Leaderful.Mime;

namespace Leaderful.Mail.Archive;

/// <summary>One file of an archive: an mbox, or a single mail. What is packed is unpacked while it is read.</summary>
public sealed record ArchiveFile(string Path, string Name, long Start, long Length, bool IsOneMail)
{
    private bool IsPacked => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public IAsyncEnumerable<ArchivePiece> Read(long from, CancellationToken stop) => IsOneMail ? ReadOne() : ReadMany(from, stop);

    /// <summary>A packed file's length is only known by reading it once.</summary>
    public ArchiveFile Measured()
    {
        if (!IsPacked) return this;
        using var stream = Open();
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; (read = stream.Read(buffer)) > 0;) length += read;
        return this with { Length = length };
    }

    public Stream Open()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return IsPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private async IAsyncEnumerable<ArchivePiece> ReadMany(long from, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = Open();
        Skip(stream, from);
        await foreach (var item in MboxReader.ReadAsync(stream, cancellationToken: stop))
        {
            var offset = from + item.Offset;
            var reason = item.Kind == MboxItemKind.Garbage ? UnreadReason.NoMail : item.IsTruncated ? UnreadReason.TooLarge : (UnreadReason?)null;
            yield return new ArchivePiece(offset, Start + offset + item.Length, item.Bytes, item.FromLine, reason, Name);
        }
    }

    private async IAsyncEnumerable<ArchivePiece> ReadOne()
    {
        var most = MboxOptions.Default.MaxMailBytes;
        await using var stream = Open();
        var bytes = new byte[Math.Min(Length, most)];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        yield return new ArchivePiece(0, Start + Length + 1, bytes.AsMemory(0, read), Unread: Length > most ? UnreadReason.TooLarge : null, Detail: Name);
    }

    private static void Skip(Stream stream, long count)
    {
        if (stream.CanSeek)
        {
            stream.Seek(count, SeekOrigin.Begin);
            return;
        }
        var buffer = new byte[1 << 16];
        while (count > 0 && stream.Read(buffer, 0, (int)Math.Min(count, buffer.Length)) is > 0 and var read) count -= read;
    }
}
