using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.Pages.Bringing;
using Leaderful.Pages.Together;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reports;

public sealed record ReportModel(SpaceHead Head, Board Board, Slip Slip, PageHead Page, string Html, IReadOnlyDictionary<long, PageEditorModel.Writer> Writers, IReadOnlyList<(Id<Actor> Id, string Name)> WereThere)
{
    public bool MaySay { get; init; }
}

/// <summary>The report of a session, written together by whoever was there; and who says that they were.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder wall)
    {
        var topic = wall.MapGroup("/topics/{topic}");
        topic.MapGet("/report", Show);
        topic.MapPost("/report", Begin).RequireRateLimiting(RateLimits.InRoom);
        topic.MapGet("/report/writers", Writers);
        topic.MapPost("/report/pictures", Picture).RequireRateLimiting(RateLimits.InRoom).BringingFiles();
        topic.MapPost("/presence", Say).RequireRateLimiting(RateLimits.InRoom);
        topic.MapPost("/presence/ending", Unsay).RequireRateLimiting(RateLimits.InRoom);
    }

    /// <summary>Whoever is first begins it with the boxes that are left to fill.</summary>
    private static async Task<IResult> Begin(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, Writes writes, PageKeeper keeper, TimeProvider time)
    {
        if (await TopicAccess.ForReading(db, viewer, id, topic) is not var (_, _, slip)) return Results.NotFound();
        if (!slip.HasReport && viewer.Guest is not null && await db.GuestsWriteUntil(id) <= time.Utc()) return Screen.Go(TopicEndpoints.At(viewer, id, topic), new Done("wall.guests-over"));
        var first = MarkdownPage.Change(viewer.Words["wall.report-boxes"], isTemplate: true);
        if (await writes.Do(unit => unit.BeginReport(viewer.Reader.ActorId, topic, first)) is not { } page) return Results.NotFound();
        if (!slip.HasReport) await keeper.Keep(page, tells: false);
        return Screen.Go($"{TopicEndpoints.At(viewer, id, topic)}/report");
    }

    private static async Task<IResult> Show(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, TimeProvider time)
    {
        if (await TopicAccess.ForReading(db, viewer, id, topic) is not var (head, board, slip)) return Results.NotFound();
        if (await PageOf(db, viewer, topic, time.Utc()) is not { } page) return Screen.Go(TopicEndpoints.At(viewer, id, topic));
        return Screen.Show<ReportPage, ReportModel>(new(head, board, slip, page, await db.PageHtml(page), await db.WritersOf(page.Id), await db.WereAt(topic)) { MaySay = Attending.MaySay(head, board, slip, head.Local(time.Utc())) });
    }

    private static async Task<IResult> Writers(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, TimeProvider time) =>
        await TopicAccess.ForReading(db, viewer, id, topic) is not null && await PageOf(db, viewer, topic, time.Utc()) is { } page ? Results.Json(await db.WritersOf(page.Id)) : Results.NotFound();

    private static async Task<IResult> Picture(Id<Space> id, Id<Topic> topic, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs, TimeProvider time) =>
        await TopicAccess.ForReading(db, viewer, id, topic) is not null && await PageOf(db, viewer, topic, time.Utc()) is { ClosedAt: null } page
            ? await Pictures.Bring(page, form, viewer, db, writes, blobs) : Results.NotFound();

    private static async Task<IResult> Say(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await TopicAccess.ForReading(db, viewer, id, topic) is not var (head, board, slip) || !Attending.MaySay(head, board, slip, head.Local(time.Utc()))) return Results.NotFound();
        await writes.Do(unit => unit.SayWasAt(viewer.Reader.ActorId, topic));
        return Screen.Go(TopicEndpoints.At(viewer, id, topic));
    }

    private static async Task<IResult> Unsay(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, Writes writes)
    {
        if (await TopicAccess.ForReading(db, viewer, id, topic) is null) return Results.NotFound();
        await writes.Do(unit => unit.UnsayWasAt(viewer.Reader.ActorId, topic));
        return Screen.Go(TopicEndpoints.At(viewer, id, topic));
    }

    private static async Task<PageHead?> PageOf(Db db, Viewer viewer, Id<Topic> topic, DateTime now)
    {
        var id = await db.The<SessionReport>().Where(r => r.Id == topic.As<SessionReport>()).Select(r => (Id<Page>?)r.PageId).SingleOrDefaultAsync();
        if (id is null || await PageAccess.OfReport(db, id.Value) is not { } page) return null;
        return viewer.Guest is { } guest ? await db.ForGuest(page, guest, now) : page;
    }
}
