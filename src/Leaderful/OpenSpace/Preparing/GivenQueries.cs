using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>A given with what was asked and answered of it, each in its order; who asked is not among it.</summary>
public sealed record LookedAt(Given It, IReadOnlyList<DateTime> Askings, IReadOnlyList<GivenAnswer> Answers, bool IsAskedByMe)
{
    public DateTime? LastAnswer => Answers.Count == 0 ? null : Answers[^1].At;

    /// <summary>Since when somebody waits for an answer.</summary>
    public DateTime? AskedSince => It.GoneAt is not null ? null : Askings.Where(a => LastAnswer is not { } last || a > last).Select(a => (DateTime?)a).FirstOrDefault();

    /// <summary>Its day is over, so it asks by itself.</summary>
    public bool AsksItself(DateTime now) => It.GoneAt is null && It.IsDayOver(now);

    public bool IsOpen(DateTime now) => AskedSince is not null || AsksItself(now);

    /// <summary>When that was asked which an answer answers; nothing where nobody had.</summary>
    public DateTime? AskedBefore(GivenAnswer answer)
    {
        var before = Answers.TakeWhile(a => a.Id != answer.Id).LastOrDefault();
        return Askings.Where(a => a <= answer.At && (before is null || a > before.At)).Select(a => (DateTime?)a).FirstOrDefault();
    }
}

public static class GivenQueries
{
    /// <summary>What stands; what is gone comes last.</summary>
    public static async Task<List<LookedAt>> GivensOf(this Db db, Id<Space> space, Id<Actor> reader)
    {
        var givens = await db.The<Given>().Where(g => g.SpaceId == space && g.RemovedAt == null).OrderBy(g => g.GoneAt != null).ThenBy(g => g.Id).AsNoTracking().ToListAsync();
        var askings = await db.The<GivenAsking>().Where(a => a.SpaceId == space).OrderBy(a => a.At).AsNoTracking().ToListAsync();
        var answers = await db.The<GivenAnswer>().Where(a => a.SpaceId == space).OrderBy(a => a.Id).AsNoTracking().ToListAsync();
        return givens.ConvertAll(g => new LookedAt(
            g, [.. askings.Where(a => a.GivenId == g.Id).Select(a => a.At)], [.. answers.Where(a => a.GivenId == g.Id)], askings.Exists(a => a.GivenId == g.Id && a.ActorId == reader)));
    }
}
