using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>Whoever has the letter answers for the words in it, and withdraws them at any time, without signing in. Looking changes nothing.</summary>
public static class ByLinkEndpoints
{
    public const string Path = "/quoted/";

    public static void MapMomentLinks(this IEndpointRouteBuilder app)
    {
        var holders = app.MapGroup(Path).ForAnyone("whoever has the letter answers for the one whose words they are").RequireRateLimiting(RateLimits.Knocking);
        holders.MapGet("{moment}/{token}", Show);
        holders.MapPost("{moment}/{token}", Answer);
    }

    private static async Task<IResult> Show(Id<Moment> moment, string token, Viewer viewer, Db db, TimeProvider time) =>
        await Find(db, moment, token, time.Utc()) is { } one ? Screen.Show<MomentByLinkPage, MomentModel>(await MomentModel.Of(db, viewer.Words, one, At(moment, token), time.Utc())) : Gone(viewer);

    private static async Task<IResult> Answer(Id<Moment> moment, string token, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await Find(db, moment, token, time.Utc()) is not { } one) return Gone(viewer);
        var reply = MomentForm.Reply(form, viewer.Words);
        var answered = MomentAnswered.TooLate;
        if (form.IsRight) answered = await writes.Do(async unit => await unit.Consume(token, LinkPurpose.Moment) is null ? MomentAnswered.TooLate : await unit.AnswerMoment(one.It.OwnerId, moment, reply));
        if (answered == MomentAnswered.Changed) form.Refuse("words", viewer.Words["stories.wrong.changed"]);
        if (form.IsRight) return Screen.Go(At(moment, token));
        return await Find(db, moment, token, time.Utc()) is { } now ? Screen.ShowAgain<MomentByLinkPage, MomentModel>(await MomentModel.Of(db, viewer.Words, now, At(moment, token), time.Utc(), form)) : Gone(viewer);
    }

    /// <summary>The link is of this story and of this owner, who may have been asked for more than one moment in it.</summary>
    private static async Task<ListedMoment?> Find(Db db, Id<Moment> id, string token, DateTime now)
    {
        if (await db.FindLink(token, LinkPurpose.Moment, now) is not { } link || await db.FindMoment(id) is not { } one || link.ThingId != one.It.StoryId.As<Thing>()) return null;
        if (one.It.OwnerId is null) return link.Email is { Length: > 0 } email && email == one.It.Email ? one : null;
        return link.PersonId is { } to && await db.The<Person>().AnyAsync(p => p.Id == to && p.ActorId == one.It.OwnerId && p.LeftAt == null) ? one : null;
    }

    private static string At(Id<Moment> moment, string token) => $"{Path}{moment}/{token}";

    private static IResult Gone(Viewer viewer) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words["stories.gone.title"], viewer.Words["stories.gone.text"], "/", viewer.Words["message.home"]), StatusCodes.Status410Gone);
}
