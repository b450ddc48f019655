using Leaderful.Data;
using Leaderful.OneToOnes.Sharing;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Asking;

/// <summary>What the other sees and can answer; where, is the page's own address, of a member or of a link.</summary>
public sealed record AskedModel(Asked One, IReadOnlyList<ProposedTime> Times, Form Form, string Address, DateTime Now)
{
    public required Between Between { get; init; }
}

/// <summary>The member who was asked to meet answers here, signed in.</summary>
public static class AskedEndpoints
{
    public static void MapAsked(this RouteGroupBuilder mine)
    {
        mine.MapPost("/{id}/answer", Answer).RequireRateLimiting(RateLimits.Writing);
        mine.MapGet("/{id}/mine.ics", Calendar);
    }

    /// <summary>Where the planner's own door is shut to this reader.</summary>
    internal static async Task<IResult> Show(Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time) =>
        await AskedAccess.ForAnswering(db, viewer, id) is { } asked ? Screen.Show<AskedPage, AskedModel>(await Model(db, asked, Form.Empty, OneToOneEndpoints.At(viewer, id), time.Utc())) : Results.NotFound();

    internal static async Task<AskedModel> Model(Db db, Asked asked, Form form, string address, DateTime now) =>
        new(asked, await db.TimesOf(asked.Id), form, address, now) { Between = await db.BetweenFor(BetweenQueries.TwoOf(asked)) };

    private static async Task<IResult> Answer(Id<OneToOne> id, Form form, LetterDesk desk, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await AskedAccess.ForAnswering(db, viewer, id) is not { } asked) return Results.NotFound();
        var at = OneToOneEndpoints.At(viewer, id);
        return await AnswerForm.Take(asked, form, desk, writes, time.Utc())
            ? Screen.Go(at, new Done("asking.answered"))
            : Screen.ShowAgain<AskedPage, AskedModel>(await Model(db, asked, form, at, time.Utc()));
    }

    private static async Task<IResult> Calendar(Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, TimeProvider time) =>
        await AskedAccess.ForAnswering(db, viewer, id) is { } asked
            ? AskEndpoints.CalendarFile(desk, asked.It, asked.Request.Sequence, asked.Planned(viewer.Words), time.Utc()) : Results.NotFound();
}
