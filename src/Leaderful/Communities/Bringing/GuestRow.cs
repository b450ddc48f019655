using Leaderful.Accounts;
using Leaderful.Data;

namespace Leaderful.Communities.Bringing;

/// <summary>One row of the file: one person to be invited, once it can be used.</summary>
[Entity]
public sealed class GuestRow
{
    public const int LongestName = 120;

    /// <summary>What does not fit is cut while it is only looked at; nobody is called or reached by so long a line.</summary>
    public const int LongestTyped = 400;

    public Id<GuestRow> Id { get; init; }
    public Id<GuestList> ListId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>Which row of the file it is, as a spreadsheet counts them.</summary>
    public int Number { get; init; }

    /// <summary>All the file says in it, only until the columns are settled.</summary>
    public List<string> Cells { get; set; } = [];
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";

    /// <summary>The address as it is compared; none while the row cannot be used.</summary>
    public string? EmailKey { get; private set; }
    public RowTrouble? Trouble { get; private set; }
    public DateTime? MendedAt { get; private set; }
    public DateTime? LeftOutAt { get; set; }

    /// <summary>Found to need no invitation: a member, a double, somebody with an open one.</summary>
    public DateTime? PassedOverAt { get; set; }
    public DateTime? InvitedAt { get; private set; }
    public Guid? MailId { get; private set; }

    public void Says(RowReading reading)
    {
        (Name, Email, Trouble) = (reading.Name, reading.Email, reading.Trouble);
        EmailKey = reading.Trouble is null ? Person.KeyOf(reading.Email) : null;
    }

    public void Mend(RowReading reading, DateTime at)
    {
        Says(reading);
        if (reading.Trouble is null) MendedAt = at;
    }

    public void Invite(DateTime at, Guid mail) => (InvitedAt, MailId) = (at, mail);
}

/// <summary>Why a row cannot be used: no address, no right one, several, a name without end, a quotation mark that never closes.</summary>
public enum RowTrouble { Empty, Wrong, Several, Name, Open }
