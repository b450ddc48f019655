using System.Text;

namespace Leaderful.Mime;

/// <summary>Bodies as ASCII lines (RFC 2045, 6.7 and 6.8).</summary>
internal static class BodyText
{
    const int Width = 76;

    /// <summary>Every line break as CRLF.</summary>
    public static string WithCrLf(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);

    public static string Base64(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n") + "\r\n";

    /// <summary>
    /// Quoted-printable of text with CRLF line breaks. Also encodes what servers on the way change: <c>From </c> and a
    /// lone dot at a line's start, blanks at its end.
    /// </summary>
    public static string QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var output = new StringBuilder(text.Length + (text.Length / 8));
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                output.Append("\r\n");
                (column, i) = (0, i + 1);
                continue;
            }
            var mustEncode = MustEncode(text, i, column);
            if (column + (mustEncode ? 3 : 1) > Width - 1)
            {
                output.Append("=\r\n");
                column = 0;
                mustEncode = MustEncode(text, i, column);
            }
            if (mustEncode) output.Append(System.Globalization.CultureInfo.InvariantCulture, $"={text[i]:X2}");
            else output.Append((char)text[i]);
            column += mustEncode ? 3 : 1;
        }
        return output.ToString();
    }

    static bool MustEncode(ReadOnlySpan<byte> text, int i, int column) => text[i] switch
    {
        (byte)'=' => true,
        (byte)' ' or (byte)'\t' => i + 1 == text.Length || text[i + 1] is (byte)'\r' or (byte)'\n',
        < 0x20 or > 0x7E => true,
        (byte)'F' => column == 0 && text[i..].StartsWith("From "u8),
        (byte)'.' => column == 0,
        _ => false,
    };
}
