using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>Unstructured header text (RFC 5322, 2.2.1 and 2.2.3).</summary>
internal static class HeaderText
{
    static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Concat(Enumerable.Range(0x7F, 33)).Select(c => (char)c), '\u2028', '\u2029']);

    /// <summary>Takes line breaks out. Where a sender forgot the blank that marks a continuation, one is put in.</summary>
    public static ReadOnlySpan<byte> Unfold(ReadOnlySpan<byte> raw)
    {
        raw = HeaderBytes.Trim(raw);
        if (raw.IndexOfAny((byte)'\r', (byte)'\n') < 0) return raw;
        var line = new byte[raw.Length];
        var written = 0;
        while (true)
        {
            var fold = raw.IndexOfAny((byte)'\r', (byte)'\n');
            if (fold < 0) fold = raw.Length;
            raw[..fold].CopyTo(line.AsSpan(written));
            written += fold;
            raw = raw[fold..];
            if (raw.IsEmpty) return line.AsSpan(0, written);
            var next = raw.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            raw = raw[next..];
            if (!HeaderBytes.IsBlank(raw[0])) line[written++] = (byte)' ';
        }
    }

    /// <summary>Encoded words and raw bytes to text.</summary>
    public static string Decode(ReadOnlySpan<byte> unfolded) => Clean(EncodedWords.Decode(unfolded));

    /// <summary>Raw bytes to text, without encoded words: for addresses and ids.</summary>
    public static string DecodeRaw(ReadOnlySpan<byte> unfolded) => Clean(Charset.Guess(unfolded));

    /// <summary>Puts a space for each control character and line separator, so that no decoded header can forge another.</summary>
    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Controls);
        if (first < 0) return text;
        var clean = new StringBuilder(text);
        for (var i = first; i < clean.Length; i++)
        {
            if (Controls.Contains(clean[i])) clean[i] = ' ';
        }
        return clean.ToString();
    }
}
