using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Team;

/// <summary>Something one of two took on.</summary>
public sealed record TakenOn(string Who, string What, DateOnly? By);

/// <summary>What a team sees of one-to-ones for its initiative: how many, what was taken on, what people bring. Whom somebody met, and what was said, is not in it.</summary>
public sealed record TeamMeetings(int Met, IReadOnlyList<TakenOn> TakenOn, IReadOnlyList<string> Assets);

public static class TeamMeetingQueries
{
    private const int Most = 500;

    /// <summary>Only what both of the two confirmed and released; only for whoever carries it.</summary>
    public static async Task<TeamMeetings?> TeamMeetingsOf(this Db db, InitiativeHead head)
    {
        if (!head.Carries) return null;
        var id = head.Id;
        var released = await (
            from s in db.The<SharedPart>()
            join o in db.The<OneToOne>() on s.OneToOneId equals o.Id
            join t in db.The<Thing>() on o.Id.As<Thing>() equals t.Id
            join planner in db.The<Actor>() on t.AuthorId equals planner.Id
            join r in db.The<OneToOneRequest>() on o.Id equals r.OneToOneId
            join other in db.The<Actor>() on r.OtherId equals other.Id
            where o.InitiativeId == id && t.DeletedAt == null && s.PlannerConfirmedAt != null && s.OtherConfirmedAt != null && s.PlannerTells && s.OtherTells
            orderby s.OtherConfirmedAt descending
            select new { s, Planner = planner.Name, Other = other.Name }).Take(Most).AsNoTracking().ToListAsync();
        var taken = released.SelectMany(r => new[] { new TakenOn(r.Planner, r.s.PlannerDoes, r.s.PlannerBy), new TakenOn(r.Other, r.s.OtherDoes, r.s.OtherBy) }).Where(t => t.What.Length > 0);
        return new(released.Count, [.. taken.OrderBy(t => t.By ?? DateOnly.MaxValue)], [.. released.Select(r => r.s.Brings).Where(b => b.Length > 0).Order(StringComparer.CurrentCulture)]);
    }
}
