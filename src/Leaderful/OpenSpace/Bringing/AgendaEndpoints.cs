using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Mvc;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>An agenda somebody brings to the wall; once it was read, with what would come of it.</summary>
public sealed record AgendaModel(SpaceHead Head, Form Form)
{
    public string Text { get; init; } = "";
    public AgendaPlan? Plan { get; init; }
    public Agenda? Agenda { get; init; }
    public AgendaTable? Table { get; init; }
    public AgendaColumns? Columns { get; init; }
}

/// <summary>Bringing an agenda: it is looked at first, and kept nowhere until somebody says yes.</summary>
public static class AgendaEndpoints
{
    /// <summary>What is somewhat too large still comes through, to be answered with a sentence.</summary>
    private const int MostSent = 16_000_000;

    public static void MapAgendas(this IEndpointRouteBuilder app)
    {
        var wall = app.MapGroup("/c/{community}/gatherings/{id}/wall").ForMembers("its own door lets in whoever holds the space; whoever sees the wall takes it along");
        wall.MapGet("/import", Show);
        wall.MapPost("/import", Read).WithMetadata(new RequestSizeLimitAttribute(MostSent)).RequireRateLimiting(RateLimits.Writing);
        wall.MapPost("/import/{agenda}/deletion", TakeBack).RequireRateLimiting(RateLimits.Writing);
        wall.MapPost("/import/{agenda}/restoration", BringAgain).RequireRateLimiting(RateLimits.Writing);
        wall.MapGet("/export.csv", Csv);
        wall.MapGet("/export.json", Json);
    }

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await ForBringing(db, viewer, id) is { } head ? Screen.Show<AgendaPage, AgendaModel>(new(head, Form.Empty)) : Results.NotFound();

    /// <summary>The form is read here, behind the door, and not before.</summary>
    private static async Task<IResult> Read(Id<Space> id, HttpContext context, Viewer viewer, Db db, Writes writes)
    {
        if (await ForBringing(db, viewer, id) is not { } head) return Results.NotFound();
        var form = await Form.BindAsync(context);
        if (await AgendaFile.Text(context, form, viewer.Words) is not { } text || AgendaFile.Read(text, form, viewer.Words) is not var (agenda, table, columns))
            return Screen.ShowAgain<AgendaPage, AgendaModel>(new(head, form));
        var brings = form.Has("bring");
        if (brings && await writes.Do(unit => unit.BringAgenda(viewer.Me.ActorId, id, agenda)) is { } brought)
            return Screen.Go(Wall(viewer, id), new Done("agenda.done.brought", $"{Wall(viewer, id)}/import/{brought.Id}/deletion"));
        var model = new AgendaModel(head, form) { Text = text, Agenda = agenda, Plan = AgendaPlan.Of(agenda, await db.BoardOf(id)), Table = table, Columns = columns };
        return Screen.Show<AgendaPage, AgendaModel>(model, brings || !model.Plan.IsRight ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> TakeBack(Id<Space> id, Id<BroughtAgenda> agenda, Viewer viewer, Db db, Writes writes) =>
        await ForBringing(db, viewer, id) is not null && await writes.Do(unit => unit.TakeAgendaBack(viewer.Me.ActorId, id, agenda))
            ? Screen.Go(Wall(viewer, id), new Done("agenda.done.taken-back", $"{Wall(viewer, id)}/import/{agenda}/restoration")) : Results.NotFound();

    private static async Task<IResult> BringAgain(Id<Space> id, Id<BroughtAgenda> agenda, Viewer viewer, Db db, Writes writes) =>
        await ForBringing(db, viewer, id) is not null && await writes.Do(unit => unit.BringAgendaAgain(viewer.Me.ActorId, id, agenda))
            ? Screen.Go(Wall(viewer, id), new Done("agenda.done.brought", $"{Wall(viewer, id)}/import/{agenda}/deletion")) : Results.NotFound();

    private static async Task<IResult> Csv(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForReading(db, viewer, id) is not null ? Results.File(AgendaExport.Csv(await db.BoardOf(id)), Shared.Csv.ContentType, $"{viewer.Words["agenda.file-called"]}.csv") : Results.NotFound();

    private static async Task<IResult> Json(Id<Space> id, Viewer viewer, Db db) => await SpaceAccess.ForReading(db, viewer, id) is { } head
        ? Results.File(AgendaExport.Json(await db.BoardOf(id), head.Theme, head.Gathering.Zone), "application/json", $"{viewer.Words["agenda.file-called"]}.json") : Results.NotFound();

    private static async Task<SpaceHead?> ForBringing(Db db, Viewer viewer, Id<Space> id) =>
        await SpaceAccess.ForHolding(db, viewer, id) is { } head && SpaceAccess.IsOpen(head) ? head : null;

    private static string Wall(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/wall";
}
