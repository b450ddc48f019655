using Leaderful.Data;
using Leaderful.Rounds.Pairs;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

public sealed record OpenRoundModel(RoundGround On, Form Form);

/// <summary>Opening a round, looking at it, saying what one wants of it, and making its pairs.</summary>
public static class RoundEndpoints
{
    public static void MapRoundPages(this RouteGroupBuilder rounds)
    {
        rounds.MapGet("/new", New);
        rounds.MapPost("", Open).RequireRateLimiting(RateLimits.Writing);
        rounds.MapGet("/{id}", Show);
        rounds.MapPost("/{id}/reply", Reply).RequireRateLimiting(RateLimits.Writing);
        rounds.MapPost("/{id}/pairs", MakePairs).RequireRateLimiting(RateLimits.Writing);
        rounds.MapPost("/{id}/pairs/ending", UnmakePairs).RequireRateLimiting(RateLimits.Writing);
    }

    public static string At(Viewer viewer, Id<Round> id) => $"{viewer.Here.Path}/rounds/{id}";

    private static async Task<IResult> New(Id<Thing>? on, Viewer viewer, Db db, TimeProvider time) =>
        on is not { } thing ? Screen.Go($"{viewer.Here.Path}/rounds")
            : await RoundAccess.ForOpening(db, viewer, thing) is { } ground ? Screen.Show<OpenRoundPage, OpenRoundModel>(new(ground, RoundForm.Fresh(time.Utc()))) : Results.NotFound();

    private static async Task<IResult> Open(Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (!Id<Thing>.TryParse(form["on"], null, out var thing) || await RoundAccess.ForOpening(db, viewer, thing) is not { } ground) return Results.NotFound();
        if (await db.PeopleAt(ground.Place, ground.Id).CountAsync() < Round.FewestPeople) form.Refuse("title", viewer.Words["rounds.wrong.few"]);
        if (RoundForm.Read(form, viewer.Words, time.Utc()) is not { } wish) return Screen.ShowAgain<OpenRoundPage, OpenRoundModel>(new(ground, form));
        var id = await writes.Do(unit => Task.FromResult(unit.OpenRound(viewer.Me.ActorId, viewer.Here.Id, ground, wish)));
        return Screen.Go(At(viewer, id), new Done("rounds.opened", $"{At(viewer, id)}/deletion", Draft: $"new-round:{ground.Id}"));
    }

    private static async Task<IResult> Show(Id<Round> id, Viewer viewer, Db db, TimeProvider time) =>
        await RoundAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<RoundPage, RoundModel>(await db.RoundFor(viewer, head, time.Utc())) : Results.NotFound();

    private static async Task<IResult> Reply(Id<Round> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await RoundAccess.ForReading(db, viewer, id) is null || !Enum.TryParse<RoundReply>(form["reply"], out var reply) || !Enum.IsDefined(reply)) return Results.NotFound();
        var done = await writes.Do(unit => unit.ReplyToRound(viewer.Me.PersonId, id, reply));
        return Screen.Go(At(viewer, id), new Done(done ? $"rounds.replied.{Shared.EnumKeys.Key(reply)}" : "rounds.too-late"));
    }

    private static async Task<IResult> MakePairs(Id<Round> id, HttpContext context, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await RoundAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        if (head.It.PairedAt is null && !head.MayMakePairs(viewer, time.Utc())) return Results.NotFound();
        var made = await writes.MakePairs(db, viewer.Me.ActorId, id, time.Utc(), context.RequestAborted);
        return Screen.Go(At(viewer, id), new Done($"rounds.pairs.{Shared.EnumKeys.Key(made)}", made == PairsMade.Made ? $"{At(viewer, id)}/pairs/ending" : null));
    }

    private static async Task<IResult> UnmakePairs(Id<Round> id, Viewer viewer, Db db, Writes writes)
    {
        if (await RoundAccess.ForReading(db, viewer, id) is not { } head || head.It.PairedById != viewer.Me.ActorId) return Results.NotFound();
        return Screen.Go(At(viewer, id), new Done(await writes.Do(unit => unit.UnmakePairs(viewer.Me.ActorId, id)) ? "rounds.unmade" : "rounds.too-late"));
    }
}
