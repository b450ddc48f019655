using System.Globalization;
using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>Takes so much and no more: 110 KB of references can ask for 500 MB of HTML.</summary>
internal sealed class CappedWriter(int cap) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Require(1);
        _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Require(buffer.Length);
        _text.Append(buffer);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override string ToString() => _text.ToString();

    private void Require(int length)
    {
        if (_text.Length + length > cap) throw new InvalidOperationException("The output is too long.");
    }
}
