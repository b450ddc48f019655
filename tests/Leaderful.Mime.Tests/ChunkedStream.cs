namespace Leaderful.Mime.Tests;

/// <summary>A stream that hands out its bytes in pieces of given sizes, as networks do.</summary>
internal sealed class ChunkedStream(byte[] bytes, IReadOnlyList<int> sizes) : Stream
{
    int position, reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var size = Math.Min(Math.Min(Math.Max(1, sizes.Count == 0 ? count : sizes[reads++ % sizes.Count]), count), bytes.Length - position);
        Array.Copy(bytes, position, buffer, offset, size);
        position += size;
        return size;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
