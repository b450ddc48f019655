using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Encoded words within header text (RFC 2047). Tolerated beyond the RFC: words without blanks around them, within
/// quoted strings, longer than 75 characters, with blanks or 8-bit bytes inside.
/// </summary>
internal static class EncodedWords
{
    /// <summary>
    /// Text with every word decoded. Blanks between two words are no text (6.2). Neighbours of one charset are joined
    /// before decoding, since many senders split a character between two words (against 5, rule 3).
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("=?"u8) < 0) return Charset.Guess(line);
        var text = new StringBuilder(line.Length);
        var joined = new JoinedWords(text);
        var (literal, at, closed) = (0, 0, true);
        while (closed && line[at..].IndexOf("=?"u8) is var mark and >= 0)
        {
            at += mark;
            if (!EncodedWord.TryRead(line[at..], out var word, out var unclosed))
            {
                closed = !unclosed;
                at += 2;
                continue;
            }
            var gap = line[literal..at];
            if (!joined.IsOpen || gap.IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0)
            {
                joined.Close();
                text.Append(Charset.Guess(gap));
            }
            joined.Add(word);
            literal = at += word.Length;
        }
        joined.Close();
        return text.Append(Charset.Guess(line[literal..])).ToString();
    }

    /// <summary>A run of neighbouring words and the charset they share.</summary>
    sealed class JoinedWords(StringBuilder text)
    {
        readonly ArrayBufferWriter<byte> bytes = new();
        string? charset;

        public bool IsOpen => charset is not null;

        public void Add(EncodedWord word)
        {
            if (!word.SameCharset(charset)) Close();
            charset ??= Encoding.ASCII.GetString(word.Charset);
            bytes.Write(word.Decode());
        }

        public void Close()
        {
            if (charset is null) return;
            text.Append(Charset.Decode(bytes.WrittenSpan, charset, out _));
            bytes.ResetWrittenCount();
            charset = null;
        }
    }
}
