using System.Buffers;

namespace Leaderful.Mail.Archive;

/// <summary>Of the names somebody wrote under, the one to show. It depends on the names alone, never on which came first.</summary>
public static class AuthorName
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]{}<>/|");

    public static bool IsBetter(string name, string than)
    {
        var (one, other) = (Rank(name), Rank(than));
        if (one != other) return one > other;
        if (name.Length != than.Length) return name.Length > than.Length;
        return string.CompareOrdinal(name, than) < 0;
    }

    /// <summary>Two words in the case that names are written in look most like a name.</summary>
    private static int Rank(string name)
    {
        if (name.Length == 0) return 0;
        var rank = 1;
        if (name.Contains(' ')) rank += 2;
        if (name.Any(char.IsLower) ? char.IsUpper(name[0]) : !name.Any(char.IsUpper)) rank++;
        if (name.Length > 40 || name.Any(char.IsDigit) || name.AsSpan().ContainsAny(Marks)) rank -= 2;
        return rank;
    }
}
