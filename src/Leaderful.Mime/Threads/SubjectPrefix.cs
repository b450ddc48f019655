using System.Collections.Frozen;

namespace Leaderful.Mime;

/// <summary>Reply and forward prefixes as mail programs write them in many languages, with counters: <c>Re[2]:</c>, <c>AW (3):</c>.</summary>
internal static class SubjectPrefix
{
    const int LongestWord = 12;

    static readonly FrozenDictionary<string, SubjectPrefixKind> Known = Table();

    static readonly FrozenDictionary<string, SubjectPrefixKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes one prefix with its colon off the front, or answers null and takes nothing.</summary>
    public static SubjectPrefixKind? Take(ref ReadOnlySpan<char> subject)
    {
        var colon = subject.IndexOfAny(':', '：');
        if (colon is < 1 or > LongestWord + 8) return null;
        var word = WithoutCounter(subject[..colon].TrimEnd());
        if (!Lookup.TryGetValue(word, out var kind)) return null;
        subject = subject[(colon + 1)..].TrimStart();
        return kind;
    }

    static ReadOnlySpan<char> WithoutCounter(ReadOnlySpan<char> word)
    {
        var bare = word.TrimEnd("])0123456789").TrimEnd("[(^*").TrimEnd();
        return bare.IsEmpty ? word : bare;
    }

    static FrozenDictionary<string, SubjectPrefixKind> Table()
    {
        const string replies = "Re|AW|Antw|Antwort|SV|VS|Vá|Res|R|RIF|Odp|Ynt|Ref|Réf|RE PD|Atb|Απ|ΣΧΕΤ|Отв|Ответ|На|BLS|Tr Re|回复|回覆|答复|答覆|返信|返答|회신|답장|رد|תשובה";
        const string forwards = "Fwd|Fw|WG|TR|RV|Rmv|VL|VB|Enc|I|Doorst|PD|Přep|İlt|ILT|Továbbítás|Πρθ|Fs|Пересл|HA|转发|轉寄|轉發|転送|전달|إعادة توجيه|הועבר";
        return replies.Split('|').Select(word => (word, SubjectPrefixKind.Reply))
            .Concat(forwards.Split('|').Select(word => (word, SubjectPrefixKind.Forward)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
    }
}
