using System.Runtime.InteropServices;
using Leaderful.Search;

namespace Leaderful.Assets;

/// <summary>
/// What somebody needs, taken apart: the words they wrote, and for each the ways in which a text can have it: as it begins, or by a word that
/// means the same. The order of the words makes no difference, and one more word that means the same only finds more.
/// </summary>
public sealed class Need
{
    public const int LongestText = 100;
    private const int MostWords = 6;
    private const int LongestEnding = 3;

    private readonly List<Beginning> beginnings = [];
    private readonly List<IReadOnlyList<Way>> words = [];

    public static Need Of(string text, HouseWords house, IEnumerable<SameWords> own) => Of(text, [.. own, .. house.Groups], house.Small);

    public static Need Of(string text, IReadOnlyList<SameWords> groups, IReadOnlySet<string> small)
    {
        List<string> all = [.. SearchWords.Of(text).Distinct(StringComparer.Ordinal).Where(w => w.Length > 1 || w is not [<= 'z'])];
        List<string> telling = [.. all.Where(w => !small.Contains(w))];
        return new Need([.. (telling.Count > 0 ? telling : all).Take(MostWords)], groups);
    }

    private Need(List<string> asked, IReadOnlyList<SameWords> groups)
    {
        // Their own words come first: where there is too much to look for, it is the others that are left out.
        var own = asked.ConvertAll(word => new List<Way> { new(Bit(new(word, false)), null) });
        foreach (var group in groups)
            foreach (var meant in group.Phrases.Where(p => p.Words.All(w => asked.Exists(a => Meets(a, w)))))
                for (var i = 0; i < asked.Count; i++)
                    if (meant.Words.Any(w => Meets(asked[i], w))) own[i].AddRange(Others(group, meant));
        words.AddRange(own);
    }

    /// <summary>What is looked for, each with a place of its own in the sums below.</summary>
    public IReadOnlyList<Beginning> Beginnings => beginnings;
    public int Words => words.Count;
    public bool IsEmpty => Words == 0;

    /// <summary>How many of the words are there, by what was found of the beginnings.</summary>
    public int Score(long found) => words.Count(ways => ways.Any(w => w.IsIn(found)));

    /// <summary>The same of a text that is at hand.</summary>
    public int Score(string text) => Score(Found(SearchWords.Of(text)));

    public long Found(IReadOnlyList<string> text) => beginnings.Select((b, i) => text.Any(b.Begins) ? 1L << i : 0).Sum();

    /// <summary>By which other words it was found, where somebody's own are not in it.</summary>
    public IReadOnlyList<string> Also(long found) =>
        [.. words.Where(ways => !ways[0].IsIn(found)).SelectMany(ways => ways.Where(w => w.IsIn(found)).Take(1)).Select(w => w.Said).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What of a text is to be marked.</summary>
    public IReadOnlyList<Term> Terms(long found) =>
        [.. beginnings.Where((_, i) => (found & (1L << i)) != 0).SelectMany(b => b.Forms.Select(f => new Term([f], !b.IsWhole)))];

    private IEnumerable<Way> Others(SameWords group, Phrase meant) =>
        group.Phrases.Where(p => p != meant).Select(p => new Way(p.Words.Select(w => Bit(new(w, w.Length < Beginning.LongEnough))).Aggregate(0L, (one, other) => one | other), p.Said)).Where(w => w.Bits > 0);

    /// <summary>None is left where there are as many as a number has bits; a way with one of those is none.</summary>
    private long Bit(Beginning wanted)
    {
        var at = beginnings.IndexOf(wanted);
        if (at < 0 && beginnings.Count == Beginning.Most) return long.MinValue;
        if (at < 0) beginnings.Add(wanted);
        return 1L << (at < 0 ? beginnings.Count - 1 : at);
    }

    /// <summary>Whether somebody who wrote this means that word: it, the beginning of it, or it with a little at its end.</summary>
    private static bool Meets(string asked, string word) => asked == word || asked == $"{word}s"
        || (asked.Length >= Beginning.LongEnough && word.StartsWith(asked, StringComparison.Ordinal))
        || (word.Length >= Beginning.LongEnough && asked.Length - word.Length <= LongestEnding && asked.StartsWith(word, StringComparison.Ordinal));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Way(long Bits, string? Said)
    {
        public bool IsIn(long found) => (found & Bits) == Bits;
    }
}

/// <summary>The beginning of a word; or, where it is short, the whole of it, for "car" is not the beginning of "care".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Beginning(string Word, bool IsWhole)
{
    public const int Most = 60;
    public const int LongEnough = 5;

    /// <summary>As it stands, and with the ending that many languages have for several.</summary>
    public IReadOnlyList<string> Forms => IsWhole ? [Word, $"{Word}s"] : [Word];

    public bool Begins(string word) => IsWhole ? Forms.Contains(word) : word.StartsWith(Word, StringComparison.Ordinal);
}
