using Leaderful.Mime;
using Leaderful.Shared;

namespace Leaderful.Mail;

/// <summary>A mail in the house's hand: what is so, the one next step, and what else to know.</summary>
public sealed record Letter(Words Words, string To, string Subject)
{
    public string FromName { get; init; } = "";

    /// <summary>What it speaks of: letters about the same stand together in a mail program.</summary>
    public Guid? About { get; init; }
    public IReadOnlyList<string> Body { get; init; } = [];
    public LetterLink? Link { get; init; }
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The same for the reader's calendar.</summary>
    public OutgoingCalendar? Calendar { get; init; }
}

public sealed record LetterLink(string Label, string Address);
