using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Search;

/// <summary>What somebody looks for, and of which kind.</summary>
public sealed record SearchWish(string Text, FoundKind? Kind, int Page, IReadOnlyList<Term> Terms)
{
    public const int LongestText = 200;
    private const int MostTerms = 10;
    private const int MostPages = 50;

    public bool IsEmpty => Text.Length == 0;

    public static SearchWish Of(string? text, string? kind, int page)
    {
        var line = Clean.Line(text is { Length: > 2 * LongestText } ? text[..(2 * LongestText)] : text ?? "");
        var cut = line.Length > LongestText ? line[..LongestText] : line;
        return new SearchWish(cut,
            Enum.TryParse<FoundKind>(kind, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null,
            Math.Clamp(page, 1, MostPages), [.. Read(cut).Take(MostTerms)]);
    }

    /// <summary>What stands between quotes is found as it stands; every other word is the beginning of one.</summary>
    private static IEnumerable<Term> Read(string text)
    {
        var parts = text.Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"').Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var words = SearchWords.Of(parts[i]);
            if (words.Count == 0) continue;
            if (i % 2 == 1 && i < parts.Length - 1) yield return new Term(words, IsBeginning: false);
            // The beginning of nearly everything is looked for by nobody.
            else foreach (var word in words.Distinct(StringComparer.Ordinal)) yield return new Term([word], IsBeginning: word is not [<= 'z']);
        }
    }
}

/// <summary>What can be found, as people choose among it.</summary>
public enum FoundKind { Posts, Conversations, Pages, Gatherings, Topics, Commitments, Initiatives, Stories, People }

/// <summary>One word or the beginning of one, or words that follow one another. All terms must be there.</summary>
public sealed record Term(IReadOnlyList<string> Words, bool IsBeginning);

/// <summary>
/// The terms in a database's own language. Words are letters and digits and quoted besides, so nothing somebody types is
/// ever part of that language.
/// </summary>
public static class Matching
{
    public static string ForSqlite(this IReadOnlyList<Term> terms, IEnumerable<Id<Scope>> scopes) =>
        Any(scopes.Select(s => SearchMark.Of(s)), " OR ", mark => string.Join(" AND ", terms.Select(t => $"\"{Marked(t, mark, " ")}\"{(t.IsBeginning ? "*" : "")}")));

    public static string ForPostgres(this IReadOnlyList<Term> terms, IEnumerable<Id<Scope>> scopes, int shelf) =>
        Any(scopes.Select(s => SearchMark.Of(s, shelf)), " | ", mark => string.Join(" & ", terms.Select(t => $"('{Marked(t, mark, "' <-> '")}'{(t.IsBeginning ? ":*" : "")})")));

    private static string Any(IEnumerable<string> marks, string or, Func<string, string> all) =>
        string.Join(or, marks.Distinct(StringComparer.Ordinal).Select(mark => $"({all(mark)})"));

    private static string Marked(Term term, string mark, string between) => string.Join(between, term.Words.Select(word => mark + word));
}
