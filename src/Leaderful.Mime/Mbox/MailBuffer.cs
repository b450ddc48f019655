using System.Buffers;

namespace Leaderful.Mime;

/// <summary>Gathers the bytes of one mail in a pooled array that grows, and stops at a limit.</summary>
internal sealed class MailBuffer : IDisposable
{
    const int StartSize = 64 * 1024;

    byte[] buffer = ArrayPool<byte>.Shared.Rent(StartSize);
    int length;
    bool truncated;

    public void Add(ReadOnlySpan<byte> bytes, int limit)
    {
        var room = Math.Max(0, limit - length);
        if (bytes.Length > room)
        {
            truncated = true;
            bytes = bytes[..room];
        }
        if (length + bytes.Length > buffer.Length) Grow(length + bytes.Length, limit);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>The blank line before the next From line belongs to the file, not to the mail.</summary>
    public void TrimBlankLine()
    {
        var written = buffer.AsSpan(0, length);
        if (truncated) return;
        if (written.EndsWith("\n\r\n"u8)) length -= 2;
        else if (written.EndsWith("\n\n"u8) || written.SequenceEqual("\n"u8)) length--;
        else if (written.SequenceEqual("\r\n"u8)) length = 0;
    }

    /// <summary>The bytes as an array of their own; the buffer is empty afterwards, and small again if it had grown large.</summary>
    public byte[] Take(out bool wasTruncated)
    {
        var bytes = buffer.AsSpan(0, length).ToArray();
        wasTruncated = truncated;
        (length, truncated) = (0, false);
        if (buffer.Length > 16 * StartSize) Replace(StartSize, 0);
        return bytes;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    void Grow(int needed, int limit) => Replace((int)Math.Max(needed, Math.Min(2L * buffer.Length, limit)), length);

    void Replace(int size, int keep)
    {
        var next = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, keep).CopyTo(next);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = next;
    }
}
