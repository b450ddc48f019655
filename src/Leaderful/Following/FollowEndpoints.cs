using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Following;

public static class FollowEndpoints
{
    public static void MapFollowing(this IEndpointRouteBuilder app)
    {
        var community = app.MapGroup("/c/{community}").ForMembers("how much somebody hears of what is said in a community of theirs");
        community.MapGet("/following", All);
        community.MapPost("/following", FollowAll).RequireRateLimiting(RateLimits.Writing);
        community.MapPost("/conversations/{id}/following", Follow).RequireRateLimiting(RateLimits.Writing);
        community.MapGet("/names", Names);
        community.MapGet("/catch-up", Missed);
        community.MapPost("/catch-up", CatchUp).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> All(Db db, Viewer viewer) =>
        Screen.Show<FollowingPage, FollowingModel>(new FollowingModel(viewer.Here.Level, await db.Followed(viewer.Me, viewer.Here)));

    private static async Task<IResult> FollowAll(Form form, Viewer viewer, Writes writes)
    {
        if (Read(form) is not { } level) return Results.BadRequest();
        await writes.Do(unit => unit.FollowAll(viewer.Me, viewer.Here.Id, level));
        return Screen.Go($"{viewer.Here.Path}/following", new Done("following.kept"));
    }

    private static async Task<IResult> Follow(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var level = Read(form);
        if (level is null && form["level"] != FollowingModel.AsEverywhere) return Results.BadRequest();
        await writes.Do(unit => unit.Follow(viewer.Me, id.As<Thing>(), head.CommunityId, level));
        return form.Has("list") ? Screen.Go($"{viewer.Here.Path}/following") : Screen.Go($"{viewer.Here.Path}/conversations/{id}", new Done($"following.now.{(level ?? viewer.Here.Level).Key()}"));
    }

    /// <summary>Whom a text may call, for the few letters typed after an "@".</summary>
    private static async Task<IResult> Names(Db db, Viewer viewer, string? q, Id<Conversation>? @in)
    {
        var scope = @in is { } id ? (await ConversationAccess.ForReading(db, viewer, id))?.ScopeId : viewer.Here.ScopeId;
        return scope is null ? Results.NotFound() : Results.Json(await db.Callable(viewer, scope.Value, q ?? ""));
    }

    private static async Task<IResult> Missed(Db db, Viewer viewer) => Screen.Show<CatchUpPage, CatchUpModel>(await db.Missed(viewer.Me, viewer.Here));

    private static async Task<IResult> CatchUp(Form form, Viewer viewer, Writes writes)
    {
        if (!CatchUpModel.TryRead(form["until"], out var until)) return Results.BadRequest();
        await writes.Do(unit => unit.CatchUp(viewer.Me, viewer.Here, until));
        return Screen.Go(viewer.Here.Path, new Done("following.caught-up"));
    }

    private static FollowLevel? Read(Form form) =>
        Enum.GetValues<FollowLevel>().Where(l => l.Key() == form["level"]).Select(l => (FollowLevel?)l).FirstOrDefault();
}
