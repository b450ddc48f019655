using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Pairs;

/// <summary>A line of a portrait that all people of a round may read.</summary>
public sealed record OpenLine(Id<Person> PersonId, Facet Facet, string Text, string SearchKey);

/// <summary>Somebody who had a pair in an earlier round.</summary>
public sealed record EarlierPair(Id<Round> RoundId, int Pair, Id<Person> PersonId, Met? Met);

/// <summary>What is known of people when pairs are made of them; of a portrait only what each of them may read anyway.</summary>
public sealed record RoundFacts(IReadOnlyList<Id<Person>> People)
{
    /// <summary>Those who may not meet, in either order.</summary>
    public required IReadOnlyList<(Id<Person> One, Id<Person> Other)> Apart { get; init; }
    public IReadOnlyList<EarlierPair> Earlier { get; init; } = [];

    /// <summary>The other circles they belong to.</summary>
    public IReadOnlyList<(Id<Person> PersonId, Id<Circle> CircleId)> Circles { get; init; } = [];
    public IReadOnlyList<OpenLine> Lines { get; init; } = [];

    /// <summary>Whoever had nobody in the round before this one.</summary>
    public IReadOnlyList<Id<Person>> LeftOver { get; init; } = [];

    /// <summary>Whether the same people are there, and the same of them may not meet.</summary>
    public bool IsStill(RoundFacts other) => People.SequenceEqual(other.People) && Apart.ToHashSet().SetEquals(other.Apart);
}

public static class ReadingFacts
{
    /// <summary>Those who are in, in the order of their ids; not whoever left the place, nor whoever left every question without an answer.</summary>
    public static IQueryable<Id<Person>> PeopleIn(this Db db, Round round, DateTime now)
    {
        var (id, community, left) = (round.Id, round.CommunityId, now - RoundHabit.Waits);
        return db.PeopleAt(round.Place, round.OnId)
            .Where(p => db.The<RoundAnswer>().Any(a => a.RoundId == id && a.PersonId == p.Id && a.InAt != null)
                && !db.The<RoundHabit>().Any(h => h.PersonId == p.Id && h.CommunityId == community && h.Unanswered >= RoundHabit.MostUnanswered && h.AskedAt <= left))
            .Select(p => p.Id);
    }

    /// <summary>Who there is, and who of them may not meet: what has to be so when pairs are kept.</summary>
    public static async Task<RoundFacts> WhoMayMeet(this Db db, Round round, IQueryable<Id<Person>> who)
    {
        var people = await who.OrderBy(p => p).ToListAsync();
        var (among, community) = (people.ToHashSet(), round.CommunityId);
        var said = await db.The<KeptApart>().Where(k => who.Contains(k.PersonId)).Select(k => new { k.PersonId, k.OtherId }).ToListAsync();
        var aside = await (
            from s in db.The<SetAside>()
            join a in db.The<Actor>() on s.OtherId equals a.Id
            where s.CommunityId == community && a.PersonId != null && who.Contains(s.PersonId)
            select new { s.PersonId, OtherId = a.PersonId!.Value }).ToListAsync();
        return new(people) { Apart = [.. said.Concat(aside).Where(k => among.Contains(k.OtherId)).Select(k => (k.PersonId, k.OtherId))] };
    }

    /// <summary>With what makes a pair worth more or less.</summary>
    public static async Task<RoundFacts> FactsOf(this Db db, Round round, IQueryable<Id<Person>> who)
    {
        var (id, on, community, from) = (round.Id, round.OnId, round.CommunityId, await db.RungsOf(round));
        var host = from[0];
        return await db.WhoMayMeet(round, who) with
        {
            Earlier = await db.The<RoundAnswer>().Where(a => a.CommunityId == community && a.RoundId != id && a.Pair != null && who.Contains(a.PersonId))
                .Select(a => new EarlierPair(a.RoundId, a.Pair!.Value, a.PersonId, a.Met)).ToListAsync(),
            Circles = [.. (await (
                from m in db.The<CircleMembership>()
                join c in db.The<Circle>() on m.CircleId equals c.Id
                where m.CommunityId == community && m.LeftAt == null && c.ScopeId != host && who.Contains(m.PersonId)
                    && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null)
                select new { m.PersonId, m.CircleId }).ToListAsync()).Select(m => (m.PersonId, m.CircleId))],
            Lines = await db.The<PortraitEntry>()
                .Where(e => from.Contains(e.ScopeId!.Value) && (e.Facet == Facet.Offer || e.Facet == Facet.Need || e.Facet == Facet.World) && who.Contains(e.PersonId))
                .OrderBy(e => e.Id).Select(e => new OpenLine(e.PersonId, e.Facet, e.Text, e.SearchKey)).ToListAsync(),
            LeftOver = await db.LeftOverBefore(id, on),
        };
    }

    /// <summary>Rungs that all people of a round read: first its own.</summary>
    private static async Task<List<Id<Scope>>> RungsOf(this Db db, Round round)
    {
        var (thing, community) = (round.Id.As<Thing>(), round.CommunityId);
        var own = await db.The<Thing>().Where(t => t.Id == thing).Select(t => t.ScopeId).SingleAsync();
        return [own, await db.The<Community>().Where(c => c.Id == community).Select(c => c.ScopeId).SingleAsync(), Scope.Network, Scope.Public];
    }

    private static async Task<List<Id<Person>>> LeftOverBefore(this Db db, Id<Round> id, Id<Thing> on)
    {
        var before = await db.The<Round>().Where(r => r.OnId == on && r.Id != id && r.PairedAt != null).OrderByDescending(r => r.PairedAt).Select(r => (Id<Round>?)r.Id).FirstOrDefaultAsync();
        return before is { } last ? await db.The<RoundAnswer>().Where(a => a.RoundId == last && a.InAt != null && a.Pair == null).Select(a => a.PersonId).ToListAsync() : [];
    }
}
