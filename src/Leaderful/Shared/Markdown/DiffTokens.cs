using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>A text cut into lines or words, which together are the text.</summary>
internal sealed class DiffTokens
{
    private readonly string _text;
    private readonly List<int> _ends = [0];

    private DiffTokens(string text) => _text = text;

    public int Count => _ends.Count - 1;

    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_ends[index].._ends[index + 1]);

    public string Text(Range tokens) => _text[_ends[tokens.Start.Value].._ends[tokens.End.Value]];

    public int WordLength(Range tokens)
    {
        var length = 0;
        for (var i = tokens.Start.Value; i < tokens.End.Value; i++)
            if (char.IsLetterOrDigit(this[i][0]) || char.IsSurrogate(this[i][0])) length += this[i].Length;
        return length;
    }

    /// <summary>Lines with their ends.</summary>
    public static DiffTokens Lines(string text)
    {
        var tokens = new DiffTokens(text);
        for (var end = text.IndexOf('\n', StringComparison.Ordinal) + 1; end > 0; end = text.IndexOf('\n', end) + 1)
            tokens._ends.Add(end);
        if (tokens._ends[^1] < text.Length) tokens._ends.Add(text.Length);
        return tokens;
    }

    /// <summary>Runs of letters and digits with their marks, runs of blanks, and every other sign by itself.</summary>
    public static DiffTokens Words(string text)
    {
        var tokens = new DiffTokens(text);
        for (var at = 0; at < text.Length;)
        {
            var kind = KindAt(text, at, out var width);
            at += width;
            while (kind != 0 && at < text.Length && Continues(kind, KindAt(text, at, out width))) at += width;
            tokens._ends.Add(at);
        }
        return tokens;
    }

    private static bool Continues(int kind, int next) => next == kind || (kind == 1 && next == 3);

    private static int KindAt(string text, int at, out int width)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out width) != System.Buffers.OperationStatus.Done) return 0;
        if (Rune.IsLetterOrDigit(rune)) return IsWrittenWithoutSpaces(rune) ? 0 : 1;
        if (Rune.IsWhiteSpace(rune)) return 2;
        return Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format
            || rune.Value is '\'' or '’' ? 3 : 0;
    }

    /// <summary>Chinese, Japanese and Thai would otherwise be one word a sentence.</summary>
    private static bool IsWrittenWithoutSpaces(Rune rune) =>
        rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
