using System.Buffers;

namespace Leaderful.Mime;

/// <summary>A pooled buffer that moves over the stream.</summary>
internal sealed class MboxWindow(Stream stream) : IDisposable
{
    const int Size = 256 * 1024;

    readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    int start, end;

    /// <summary>Where in the stream the unread bytes begin, from where it stood.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has ended, so that the unread bytes are its last.</summary>
    public bool IsLast { get; private set; }

    public ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    public void Consume(int count)
    {
        start += count;
        Offset += count;
    }

    /// <summary>Reads on until the buffer is full or the stream ends. False when everything is consumed.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        while (end < Size && !IsLast)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end, Size - end), cancellationToken);
            IsLast = read == 0;
            end += read;
        }
        return end > 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
