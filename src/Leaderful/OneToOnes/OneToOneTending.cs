using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes;

/// <summary>What is said of one afterwards: that two met, or that it came to nothing; a thank-you; and away with it.</summary>
public static class OneToOneTending
{
    public static void MapOneToOneTending(this RouteGroupBuilder mine)
    {
        var one = mine.MapGroup("/{id}").RequireRateLimiting(RateLimits.Writing);
        one.MapPost("/meeting", (Id<OneToOne> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.HoldOneToOne(id), "held", "meeting/ending"));
        one.MapPost("/meeting/ending", (Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.ReopenOneToOne(desk, id), "reopened"));
        one.MapPost("/leaving", (Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.LeaveOneToOne(desk, id), "left", "meeting/ending"));
        one.MapPost("/thanks", (Id<OneToOne> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.ThankFor(id), "thanked", "thanks/ending"));
        one.MapPost("/thanks/ending", (Id<OneToOne> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.UnthankFor(id), "unthanked"));
        one.MapPost("/deletion", TakeDown);
        one.MapPost("/restoration", PutBack);
    }

    private static async Task<IResult> Do(Id<OneToOne> id, Viewer viewer, Db db, Writes writes, Func<Unit, Task> what, string said, string? undo = null)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(what);
        var at = OneToOneEndpoints.At(viewer, id);
        return Screen.Go(at, new Done($"one-to-ones.{said}", undo is null ? null : $"{at}/{undo}"));
    }

    private static async Task<IResult> TakeDown(Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, Writes writes)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownOneToOne(desk, viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/one-to-ones", new Done("one-to-ones.taken-down", $"{OneToOneEndpoints.At(viewer, id)}/restoration", one.Name(viewer.Words)));
    }

    private static async Task<IResult> PutBack(Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, Writes writes) =>
        await OneToOneAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackOneToOne(desk, id))
            ? Screen.Go(OneToOneEndpoints.At(viewer, id), new Done("one-to-ones.put-back")) : Results.NotFound();
}
