using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>An answer to "still fixed?": with the new words where it was eased, and until when it is fixed now.</summary>
public sealed record GivenReply(Fixedness Fixedness, string Word = "", string Text = "", DateOnly? Until = null);

/// <summary>What limits the space, and whether it still does.</summary>
public static class Giving
{
    public const int MostGivens = 40;

    /// <summary>Nothing where there are as many as anybody reads.</summary>
    public static async Task<Id<Given>?> AddGiven(this Unit unit, Id<Actor> by, Id<Space> id, GivenWish wish)
    {
        if (await unit.HoldFrame(id) is not { } space || await unit.Db.The<Given>().CountAsync(g => g.SpaceId == id && g.RemovedAt == null) >= MostGivens) return null;
        var given = new Given { Id = Id<Given>.New(), SpaceId = id, CommunityId = space.CommunityId };
        given.Write(wish, by, unit.Now);
        unit.Db.Add(given);
        unit.Journal(by, "given.added", given.Id.Value, space.CommunityId, inverse: "given.removed");
        return given.Id;
    }

    /// <summary>False where somebody else changed it since <paramref name="seen"/>: then it stays as they left it. Without one it is meant.</summary>
    public static async Task<bool> SetGiven(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which, GivenWish wish, int? seen = null)
    {
        if (await unit.Standing(id, which) is not { } given) return false;
        if (given.Says(wish)) return true;
        if (seen is { } edition && edition != given.Edition) return false;
        given.Write(wish, by, unit.Now);
        unit.Journal(by, "given.set", which.Value, given.CommunityId);
        return true;
    }

    public static Task<bool> RemoveGiven(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which) => unit.With(by, id, which, "given.removed", "given.put-back", g => g.Remove(by, unit.Now));

    public static Task<bool> PutBackGiven(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which) => unit.With(by, id, which, "given.put-back", "given.removed", g => g.PutBack(), isRemoved: true);

    /// <summary>Each asks once; the journal keeps no name either.</summary>
    public static Task<bool> AskStillFixed(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which) => unit.With(Actor.House, id, which, "given.asked", null, async given =>
    {
        if (given.GoneAt is not null || await unit.Db.The<GivenAsking>().AnyAsync(a => a.GivenId == which && a.ActorId == by)) return;
        unit.Db.Add(new GivenAsking { GivenId = which, ActorId = by, SpaceId = id, CommunityId = given.CommunityId, At = unit.Now });
    });

    public static Task<bool> UnaskStillFixed(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which) => unit.With(Actor.House, id, which, "given.unasked", null, async _ =>
    {
        if (await unit.Db.The<GivenAsking>().AsTracking().SingleOrDefaultAsync(a => a.GivenId == which && a.ActorId == by) is { } asked) unit.Db.Remove(asked);
    });

    public static Task<bool> AnswerGiven(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which, GivenReply reply) => unit.With(by, id, which, "given.answered", "given.unanswered", given =>
    {
        unit.Db.Add(new GivenAnswer
        {
            Id = Id<GivenAnswer>.New(), GivenId = which, SpaceId = id, CommunityId = given.CommunityId, Fixedness = reply.Fixedness, Word = reply.Word, ById = by, At = unit.Now,
            Was = given.Text, WasWordedById = given.WordedById, WasWordedAt = given.WordedAt, WasUntil = given.Until,
        });
        if (reply.Fixedness == Fixedness.Gone) given.Go(by, unit.Now);
        else if (reply.Fixedness == Fixedness.Eased) given.Reword(reply.Text, by, unit.Now, reply.Until);
        else given.Reword(given.Text, given.WordedById, given.WordedAt, reply.Until);
    });

    /// <summary>As though the last answer had not been given; then it is asked again, where it was.</summary>
    public static Task<bool> UnanswerGiven(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which) => unit.With(by, id, which, "given.unanswered", null, async given =>
    {
        if (await unit.Db.The<GivenAnswer>().AsTracking().Where(a => a.GivenId == which).OrderByDescending(a => a.Id).FirstOrDefaultAsync() is not { } last) return;
        unit.Db.Remove(last);
        given.Stay();
        given.Reword(last.Was, last.WasWordedById, last.WasWordedAt, last.WasUntil);
    });

    private static Task<bool> With(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which, string verb, string? inverse, Action<Given> change, bool isRemoved = false) =>
        unit.With(by, id, which, verb, inverse, given =>
        {
            change(given);
            return Task.CompletedTask;
        }, isRemoved);

    private static async Task<bool> With(this Unit unit, Id<Actor> by, Id<Space> id, Id<Given> which, string verb, string? inverse, Func<Given, Task> change, bool isRemoved = false)
    {
        if (await unit.Standing(id, which, isRemoved) is not { } given) return false;
        await change(given);
        unit.Journal(by, verb, which.Value, given.CommunityId, inverse);
        return true;
    }

    /// <summary>The space is held, so that of two who answer at once the second sees the first.</summary>
    private static async Task<Given?> Standing(this Unit unit, Id<Space> id, Id<Given> which, bool isRemoved = false) => await unit.HoldFrame(id) is null ? null
        : await unit.Db.The<Given>().AsTracking().SingleOrDefaultAsync(g => g.Id == which && g.SpaceId == id && (g.RemovedAt != null) == isRemoved);
}
