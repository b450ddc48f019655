using System.Buffers;
using System.Text;

namespace Leaderful.Shared.Views;

/// <summary>
/// Text straight into a buffer of UTF-8. A page is thousands of small writes, so they are gathered first. A character in two
/// halves may come in two writes. What is gathered goes out when it is disposed.
/// </summary>
public sealed class Utf8Text(IBufferWriter<byte> to) : TextWriter
{
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private char[] gathered = ArrayPool<char>.Shared.Rent(8 * 1024);
    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (length == gathered.Length) Empty();
        gathered[length++] = value;
    }

    public override void Write(string? value)
    {
        if (value is not { Length: >= Kept.WorthKeeping } || Kept.Of(value) is not { } kept)
        {
            Write(value.AsSpan());
            return;
        }
        Empty();
        to.Write(kept);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > gathered.Length - length) Empty();
        if (buffer.Length > gathered.Length)
        {
            encoder.Convert(buffer, to, flush: false, out _, out _);
            return;
        }
        buffer.CopyTo(gathered.AsSpan(length));
        length += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (gathered.Length > 0)
        {
            Empty();
            ArrayPool<char>.Shared.Return(gathered);
            gathered = [];
        }
        base.Dispose(disposing);
    }

    private void Empty()
    {
        encoder.Convert(gathered.AsSpan(0, length), to, flush: false, out _, out _);
        length = 0;
    }
}
