using System.Buffers.Binary;
using System.Text;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Search;

/// <summary>
/// The words of a text as they are indexed and looked for: folded here, and not by a database, so that both find the same.
/// Each is nothing but letters and digits, so no word means anything to a database's own language for searching.
/// </summary>
public static class SearchWords
{
    public const int LongestWord = 40;

    /// <summary>PostgreSQL keeps at most a megabyte of words for one text; no post comes near it.</summary>
    private const int MostBytes = 600_000;
    private const int MostLetters = 200_000;

    public static IReadOnlyList<string> Of(string text)
    {
        var left = MostBytes;
        var words = new List<string>();
        var folded = Folded.Of(text.Length > MostLetters ? text[..MostLetters] : text);
        foreach (var part in folded.AsSpan().Split(' '))
        {
            if (folded[part].Length == 0) continue;
            var cut = Cut(folded[part]);
            left -= Encoding.UTF8.GetByteCount(cut) + SearchMark.Length;
            if (left < 0) break;
            words.Add(cut);
        }
        return words;
    }

    public static string Cut(string word) =>
        word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
}

/// <summary>
/// Stands before every word of what is in a scope, in the index. So a search touches nothing but words of scopes its reader
/// has: what it costs grows with what they may read, not with what there is, and what they may not read weighs nothing in it.
/// Two scopes may share a mark, so whoever searches asks for the scope too.
/// </summary>
public static class SearchMark
{
    public const int Length = 6;

    /// <summary>Odd and near the golden ratio of all numbers of 32 bits: shelves that follow one another get marks far apart.</summary>
    private const uint Scatter = 2_654_435_761;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(Id<Scope> scope, int shelf = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        scope.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        // The end of an id is chance; its beginning is the time.
        var bits = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) ^ unchecked((uint)shelf * Scatter);
        Span<char> mark = stackalloc char[Length];
        for (var i = 0; i < Length; i++) mark[i] = Letters[(int)(bits >> (5 * i)) & 31];
        return mark.ToString();
    }
}
