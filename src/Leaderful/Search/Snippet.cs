using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Leaderful.Shared;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Search;

/// <summary>
/// A piece of a text around what was looked for, with the words marked. Whatever people wrote is encoded; the marks are the
/// only markup in it.
/// </summary>
public sealed class Snippet
{
    /// <summary>Far into a very long text nobody looks for the best place any more.</summary>
    private const int Looked = 60_000;
    private const int Before = 50;

    private readonly string text;
    private readonly List<Word> words;
    private readonly int[] term;

    private Snippet(string text, IReadOnlyList<Term> terms)
    {
        this.text = text;
        words = [.. WordsOf(text.Length > Looked ? text[..Looked] : text)];
        term = new int[words.Count];
        Array.Fill(term, -1);
        for (var t = 0; t < terms.Count; t++)
            for (var i = 0; i < words.Count; i++)
                if (IsAt(i, terms[t])) Array.Fill(term, t, i, terms[t].Words.Count);
    }

    public static MarkupString Of(string text, IReadOnlyList<Term> terms, int length)
    {
        var snippet = new Snippet(text, terms);
        return snippet.Piece(snippet.Begin(length), length);
    }

    public static MarkupString Whole(string text, IReadOnlyList<Term> terms) => new Snippet(text, terms).Piece(0, Math.Max(1, text.Length));

    private bool IsAt(int i, Term wanted)
    {
        if (i + wanted.Words.Count > words.Count) return false;
        if (wanted.IsBeginning) return words[i].Folded.StartsWith(wanted.Words[0], StringComparison.Ordinal);
        for (var n = 0; n < wanted.Words.Count; n++)
            if (words[i + n].Folded != wanted.Words[n]) return false;
        return true;
    }

    /// <summary>A little before the words in whose neighbourhood most of what was looked for stands.</summary>
    private int Begin(int length)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (term[i] < 0) continue;
            var near = Near(i, length - Before);
            if (near > most) (best, most) = (i, near);
        }
        if (best < 0 || words[best].Start <= Before) return 0;
        var from = words[best].Start - Before;
        return words.FirstOrDefault(w => w.Start >= from).Start;
    }

    private int Near(int first, int length)
    {
        var (seen, count) = (0, 0);
        for (var i = first; i < words.Count && words[i].End <= words[first].Start + length; i++)
        {
            if (term[i] < 0 || (seen & (1 << term[i])) != 0) continue;
            seen |= 1 << term[i];
            count++;
        }
        return count;
    }

    private MarkupString Piece(int begin, int length)
    {
        var end = End(begin, length);
        var piece = new StringBuilder(begin > 0 ? "… " : "");
        var at = begin;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (term[i] < 0 || word.Start < begin || word.Start >= end) continue;
            piece.Append(Plain(at, word.Start)).Append("<mark>").Append(Plain(word.Start, Math.Min(word.End, end))).Append("</mark>");
            at = Math.Min(word.End, end);
        }
        piece.Append(Plain(at, end));
        return new MarkupString(end < text.Length && text.AsSpan(end).ContainsAnyExcept(' ', '\n') ? piece.ToString().TrimEnd() + "…" : piece.ToString().TrimEnd());
    }

    /// <summary>Between words, unless one is longer than all that is shown.</summary>
    private int End(int begin, int length)
    {
        if (begin + length >= text.Length) return text.Length;
        var end = begin + length;
        var split = words.FirstOrDefault(w => w.Start < end && w.End > end);
        if (split.Start > begin) end = split.Start;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    /// <summary>On one line, encoded, without what turns the direction of the words around it.</summary>
    private string Plain(int from, int to)
    {
        var line = new StringBuilder(to - from);
        foreach (var c in text.AsSpan(from, to - from))
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length == 0 || line[^1] != ' ') line.Append(' ');
            }
            else if (!char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')) line.Append(c);
        }
        return HtmlEncoder.Default.Encode(line.ToString());
    }

    private static IEnumerable<Word> WordsOf(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && LengthOfPart(text, i, i == start) is > 0 and var length) i += length;
            if (i > start) yield return new Word(start, i, SearchWords.Cut(Folded.Of(text[start..i])));
            else i++;
        }
    }

    /// <summary>Letters and digits, and within a word what folding leaves out.</summary>
    private static int LengthOfPart(string text, int at, bool first)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return 0;
        if (Rune.IsLetterOrDigit(rune)) return rune.Utf16SequenceLength;
        return !first && (rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) ? rune.Utf16SequenceLength : 0;
    }

    private readonly record struct Word(int Start, int End, string Folded);
}
