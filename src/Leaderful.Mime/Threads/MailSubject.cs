using System.Text;

namespace Leaderful.Mime;

/// <summary>A subject without what mail programs and lists put before it (after RFC 5256, 2.1, in more languages).</summary>
/// <param name="Base">The subject to show as a title: no prefixes, no list names in brackets, single blanks. May be empty.</param>
/// <param name="IsReply">Whether a reply prefix such as <c>Re:</c> was there.</param>
/// <param name="IsForward">Whether a forward prefix such as <c>Fwd:</c> was there.</param>
public sealed record MailSubject(string Base, bool IsReply, bool IsForward)
{
    const int Longest = 2000;

    /// <summary>What subjects are compared by: <see cref="Base"/> without regard to case and form of letters.</summary>
    public string Key => WellFormed(Base).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Takes a decoded subject apart. Never throws; what is no character becomes U+FFFD.</summary>
    public static MailSubject Normalise(string subject)
    {
        var rest = Blanks(WellFormed(subject.Length > Longest ? subject[..Longest] : subject)).AsSpan();
        var (isReply, isForward) = (false, false);
        while (true)
        {
            var before = rest.Length;
            if (SubjectPrefix.Take(ref rest) is { } prefix)
            {
                isReply |= prefix == SubjectPrefixKind.Reply;
                isForward |= prefix == SubjectPrefixKind.Forward;
            }
            else
            {
                TakeListName(ref rest);
            }
            if (rest.EndsWith("(fwd)", StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[..^5].TrimEnd();
                isForward = true;
            }
            if (rest.Length == before) return new MailSubject(rest.ToString(), isReply, isForward);
        }
    }

    /// <summary>A word in brackets at the start, unless nothing would be left.</summary>
    static void TakeListName(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '[') return;
        var end = rest.IndexOf(']');
        var after = end < 0 ? [] : rest[(end + 1)..].TrimStart();
        if (!after.IsEmpty) rest = after;
    }

    static string Blanks(string subject) => string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Normalising refuses lone surrogates, and the noncharacter U+FFFE besides.</summary>
    static string WellFormed(string subject) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(subject)).Replace('\uFFFE', '\uFFFD');
}
