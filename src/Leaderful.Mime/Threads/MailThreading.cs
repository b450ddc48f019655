namespace Leaderful.Mime;

/// <summary>
/// Finds which mail answers which, after the rules of Jamie Zawinski (and RFC 5256, REFERENCES): the ids a mail names,
/// and for replies that name none, their subject.
/// </summary>
public static class MailThreading
{
    /// <summary>How long after a mail another of the same subject still counts as its answer.</summary>
    public static TimeSpan SubjectWindow { get; } = TimeSpan.FromDays(90);

    /// <summary>
    /// One link for each distinct id, oldest mail first. Duplicates of an id count once, the oldest of them. The links
    /// never form a loop, and do not depend on the order of the mails as long as they are dated. Takes time of n log n.
    /// </summary>
    public static IReadOnlyList<MailThreadLink> Link(IEnumerable<MailThreadEntry> mails, TimeSpan? subjectWindow = null)
    {
        var ordered = mails
            .OrderBy(mail => mail.Date?.UtcDateTime ?? DateTime.MaxValue)
            .ThenBy(mail => mail.Id, StringComparer.Ordinal)
            .DistinctBy(mail => mail.Id, StringComparer.Ordinal)
            .ToList();
        return new ThreadForest(ordered, subjectWindow ?? SubjectWindow).Link();
    }
}
