using System.Text;

namespace Leaderful.Yjs;

/// <summary>Writes what <see cref="TextColumnReader"/> reads.</summary>
internal sealed class TextColumnWriter
{
    readonly StringBuilder text = new();
    readonly UintRunWriter lengths = new();

    public void Write(string next)
    {
        text.Append(next);
        lengths.Write(next.Length);
    }

    public ReadOnlySpan<byte> Finish()
    {
        var writer = new Lib0Writer(text.Length + 16);
        writer.WriteString(text.ToString());
        writer.WriteRaw(lengths.Finish());
        return writer.Written;
    }
}
