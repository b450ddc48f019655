namespace Leaderful.Mail.Receiving;

/// <summary>What became of a mail that came in. There are no other reasons.</summary>
public enum ReceivedOutcome
{
    /// <summary>Nobody has read it yet.</summary>
    Waiting,

    /// <summary>It was an answer, and counts.</summary>
    Taken,

    /// <summary>Something newer was said before it came.</summary>
    Older,

    /// <summary>Nobody wrote it: our own mail come back, a mail server's report, mail to many, an automatic answer.</summary>
    Own, Report, Bulk, Automatic,

    /// <summary>Its address is of nothing, or of nothing any more.</summary>
    Nowhere,

    /// <summary>There is no calendar in it, one that cannot be read, or more than one answer.</summary>
    NoCalendar, Unreadable, Several,

    /// <summary>It suggests another time, or wants something else that nobody does here.</summary>
    Otherwise,

    /// <summary>It says neither yes nor no nor maybe.</summary>
    Undecided,

    /// <summary>Somebody answers whom the address was not made for.</summary>
    SomebodyElse,

    /// <summary>It answers another invitation than the address was made for.</summary>
    OtherThing,
}

public static class ReceivedOutcomes
{
    /// <summary>Whether a person may have meant something that nobody heard.</summary>
    public static bool IsUnheard(this ReceivedOutcome outcome) => outcome >= ReceivedOutcome.Nowhere;
}
