using System.Text;
using Leaderful.Data;

namespace Leaderful.Search;

/// <summary>A thing that stands, and the words it is found by.</summary>
public sealed record SearchDoc(Thing Thing, IReadOnlyList<string> Words)
{
    /// <summary>For FTS5: the words as they follow one another.</summary>
    public string Text()
    {
        var (mark, text) = (SearchMark.Of(Thing.ScopeId), new StringBuilder());
        foreach (var word in Words) text.Append(mark).Append(word).Append(' ');
        return text.ToString();
    }

    /// <summary>For PostgreSQL: each word with its place, as a tsvector is written.</summary>
    public string Vector(int shelf)
    {
        var mark = SearchMark.Of(Thing.ScopeId, shelf);
        return string.Join(' ', Words.Select((word, i) => FormattableString.Invariant($"'{mark}{word}':{Math.Min(i + 1, LastPlace)}")));
    }

    private const int LastPlace = 16_383;
}
