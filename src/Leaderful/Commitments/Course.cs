using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

public enum CourseKind { Made, Offered, Accepted, Progress, Barrier, Renegotiated, Kept, Released, Declined, Gone }

/// <summary>One step of what became of a commitment: who, when, and what they said.</summary>
public sealed record CourseStep(CourseKind Kind, DateTime At, string Name, string Line = "")
{
    /// <summary>How it stood until then.</summary>
    public CommitmentTerms? Before { get; init; }
}

public static class Courses
{
    /// <summary>From the beginning until now.</summary>
    public static async Task<IReadOnlyList<CourseStep>> CourseOf(this Db db, ListedCommitment one)
    {
        var it = one.It;
        var steps = new List<CourseStep> { new(one.AuthorId == it.DoerId ? CourseKind.Made : CourseKind.Offered, one.MadeAt, one.Author) };
        if (it.AcceptedAt is { } accepted && one.AuthorId != it.DoerId) steps.Add(new(CourseKind.Accepted, accepted, one.Doer));
        steps.AddRange(await (
            from k in db.The<CheckIn>()
            join a in db.The<Actor>() on k.ById equals a.Id
            where k.CommitmentId == it.Id
            select new CourseStep(k.Kind == CheckInKind.Barrier ? CourseKind.Barrier : CourseKind.Progress, k.At, a.Name, k.Line)).ToListAsync());
        steps.AddRange(await (
            from t in db.The<CommitmentTerms>()
            join a in db.The<Actor>() on t.ChangedById equals a.Id
            where t.CommitmentId == it.Id
            select new CourseStep(CourseKind.Renegotiated, t.UntilAt, a.Name, t.Why) { Before = t }).ToListAsync());
        if (it.KeptAt is { } kept) steps.Add(new(CourseKind.Kept, kept, one.Doer));
        if (it.ReleasedAt is { } released)
            steps.Add(new(it.IsDoerGone ? CourseKind.Gone : it.AcceptedAt is null ? CourseKind.Declined : CourseKind.Released, released, it.IsDoerGone ? one.Doer : await db.NameOf(it.ReleasedById), it.ReleasedWhy));
        return [.. steps.OrderBy(s => s.At)];
    }

    private static async Task<string> NameOf(this Db db, Id<Actor>? actor) => await db.The<Actor>().Where(a => a.Id == actor).Select(a => a.Name).SingleOrDefaultAsync() ?? "";
}
