using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>
/// Two letters about a commitment and no more: one two days before its day, one when that is over. When one comes due it is
/// looked at anew; what changed meanwhile, or was said, is not written of.
/// </summary>
public static class Reminders
{
    public const string Before = "commitment.before";
    public const string After = "commitment.after";

    /// <summary>Where the house itself was away for long, nobody is asked about what is long ago.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    internal static void RemindOf(this Unit unit, Commitment commitment)
    {
        if (commitment.Due is not { } day || Day.End(day) <= unit.Now) return;
        if (Day.Before(day) > unit.Now) unit.Enqueue(Before, commitment.Id.Value, Day.Before(day));
        unit.Enqueue(After, commitment.Id.Value, Day.End(day));
    }

    /// <summary>The reminder is for those who knew of the day before it was due, and once for each day.</summary>
    public static bool WantsReminder(this Commitment commitment, DateTime now) =>
        commitment is { IsOpen: true, Due: { } day } && commitment.RemindedFor != day
        && now >= Day.Before(day) && commitment.TermsAt < Day.Before(day) && !Day.IsOver(day, now);

    public static bool WantsAsking(this Commitment commitment, DateTime now) =>
        commitment.IsQuiet(now) && commitment.Due is { } day && commitment.AskedFor != day
        && commitment.AcceptedAt < Day.End(day) && now < Day.End(day) + Stale;

    /// <summary>Whoever is to do it, where they are here, still read it and want such letters.</summary>
    internal static async Task<(Person Person, Community Community)?> Reminded(this Db db, Id<Commitment> id)
    {
        var found = await (
            from c in db.The<Commitment>()
            join k in db.The<Community>() on c.CommunityId equals k.Id
            join person in db.ReadersOf(id.As<Thing>()) on c.DoerId equals person.ActorId
            where c.Id == id
            select new { Person = person, Community = k }).SingleOrDefaultAsync();
        return found is null ? null : (found.Person, found.Community);
    }
}
