using Leaderful.Conversations;
using Leaderful.Data;

namespace Leaderful.Mail.Archive;

/// <summary>A mail's place in its conversation depends on the mails alone, never on the order in which they came.</summary>
public sealed record MailPlace(Id<MailEntry> Entry, Id<Post> Post, DateTime At, int Rank, string Title, int Number = 0);

public static class MailOrder
{
    public static int RankOf(bool answers, bool isReply) => answers ? 2 : isReply ? 1 : 0;

    /// <summary>The mail that began it first, whatever its clock said; then by time.</summary>
    public static List<MailPlace> Sort(IEnumerable<MailPlace> places)
    {
        var sorted = places.OrderBy(p => p.At).ThenBy(p => p.Entry.Value).ToList();
        var first = sorted.MinBy(p => p.Rank)!;
        sorted.Remove(first);
        sorted.Insert(0, first);
        return sorted;
    }
}
