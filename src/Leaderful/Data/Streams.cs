using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Conversations;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.Pages;

namespace Leaderful.Data;

/// <summary>The names under which nodes tell each other that something changed. A hint only: the database is the truth.</summary>
public static class Streams
{
    public const string Outbox = "outbox";

    public static string Of(Id<Conversation> conversation) => $"conversation:{conversation}";

    public static string Of(Id<Community> community) => $"community:{community}";

    public static string Of(Id<GuestList> list) => $"guests:{list}";

    /// <summary>What a circle is called, or who belongs to it, changed.</summary>
    public static string Of(Id<Circle> circle) => $"circle:{circle}";

    /// <summary>Somebody said whether they come to a gathering, or it has another time or place.</summary>
    public static string Of(Id<Gathering> gathering) => $"gathering:{gathering}";

    /// <summary>Something became of a commitment.</summary>
    public static string Of(Id<Commitment> commitment) => $"commitment:{commitment}";

    /// <summary>Something became of a commitment that concerns whoever this is in their community.</summary>
    public static string Promises(Id<Membership> membership) => $"promises:{membership}";

    /// <summary>Something became of a commitment in a circle's ledger, which is two: of its community's rung, and of its own.</summary>
    public static IEnumerable<string> Ledgers(Id<Circle> circle) => [$"{LedgerLive.Open}:{circle}", $"{LedgerLive.Own}:{circle}"];

    /// <summary>A person's rights, devices or name changed: sessions are read anew and streams end.</summary>
    public static string Of(Id<Person> person) => $"person:{person}";

    /// <summary>Who may read a page or write on it changed, or what was written on it long ago.</summary>
    public static string Of(Id<Page> page) => $"page:{page}";

    /// <summary>A page's log was written on, up to this number.</summary>
    public static string Of(Id<Page> page, long number) => string.Create(CultureInfo.InvariantCulture, $"page:{page}:{number}");

    /// <summary>Something changed on the wall of an Open Space.</summary>
    public static string Of(Id<Space> space) => $"wall:{space}";

    /// <summary>What the hall sees changed: the wall, or the code of the room.</summary>
    public static string Hall(Id<Space> space) => $"hall:{space}";

    /// <summary>Something was said beside the text of a page.</summary>
    public static string Beside(Id<Page> page) => $"beside:{page}";

    public static bool TryReadPage(string stream, out Id<Page> page, out long? number)
    {
        (page, number) = (default, null);
        if (!stream.StartsWith("page:", StringComparison.Ordinal)) return false;
        var parts = stream.Split(':');
        if (!Id<Page>.TryParse(parts[1], null, out page)) return false;
        if (parts.Length > 2 && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var kept)) number = kept;
        return true;
    }

    public static bool IsAboutPeople(string stream) =>
        stream.StartsWith("person:", StringComparison.Ordinal) || stream.StartsWith("community:", StringComparison.Ordinal)
        || stream.StartsWith("circle:", StringComparison.Ordinal);
}
