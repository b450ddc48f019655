using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Stories.Moments;

/// <summary>Words of mine that others asked for, with what the story of each is called.</summary>
public sealed record MyMomentsModel(IReadOnlyList<(ListedMoment Moment, string Title)> All);

/// <summary>What is quoted of me: each with its log, to be allowed, declined and withdrawn at any time.</summary>
public static class OwnerEndpoints
{
    public static void MapOwners(this RouteGroupBuilder stories)
    {
        stories.MapGet("/quoted", List);
        stories.MapGet("/quoted/{moment}", Show);
        stories.MapPost("/quoted/{moment}", Answer).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> List(Viewer viewer, Db db)
    {
        var all = await db.MyMoments(viewer);
        var titles = await db.TitlesOf([.. all.Select(m => m.It.StoryId).Distinct()]);
        return Screen.Show<MyMomentsPage, MyMomentsModel>(new([.. all.Select(m => (m, titles[m.It.StoryId]))]));
    }

    private static async Task<IResult> Show(Id<Moment> moment, Viewer viewer, Db db, TimeProvider time) =>
        await Own(moment, viewer, db) is { } one ? Screen.Show<MomentPage, MomentModel>(await Model(db, viewer, one, time.Utc())) : Results.NotFound();

    private static async Task<IResult> Answer(Id<Moment> moment, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await Own(moment, viewer, db) is not { } one) return Results.NotFound();
        var reply = MomentForm.Reply(form, viewer.Words);
        var answered = form.IsRight ? await writes.Do(unit => unit.AnswerMoment(viewer.Me.ActorId, moment, reply)) : MomentAnswered.TooLate;
        if (answered == MomentAnswered.Changed) form.Refuse("words", viewer.Words["stories.wrong.changed"]);
        if (form.IsRight) return Screen.Go(At(viewer, moment), answered == MomentAnswered.Done ? new Done($"stories.said.{reply.Answer.Key()}") : null);
        return await Own(moment, viewer, db) is { } now ? Screen.ShowAgain<MomentPage, MomentModel>(await Model(db, viewer, now, time.Utc(), form)) : Results.NotFound();
    }

    private static async Task<ListedMoment?> Own(Id<Moment> id, Viewer viewer, Db db) =>
        await db.FindMoment(id) is { } one && one.It.OwnerId == viewer.Me.ActorId && one.It.CommunityId == viewer.Here.Id ? one : null;

    private static async Task<MomentModel> Model(Db db, Viewer viewer, ListedMoment one, DateTime now, Form? form = null) => await MomentModel.Of(db, viewer.Words, one, At(viewer, one.It.Id), now, form) with
    {
        Path = await StoryAccess.ForReading(db, viewer, one.It.StoryId) is null ? null : StoryEndpoints.At(viewer, one.It.StoryId),
    };

    private static string At(Viewer viewer, Id<Moment> id) => $"{viewer.Here.Path}/stories/quoted/{id}";
}
