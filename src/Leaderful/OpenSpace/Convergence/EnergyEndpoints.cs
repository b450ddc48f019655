using System.Globalization;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>Putting dots, for everybody in the room.</summary>
public static class EnergyEndpoints
{
    public static void MapEnergy(this RouteGroupBuilder room)
    {
        room.MapGet("/energy", Show);
        room.MapPost("/energy/dots", Put).RequireRateLimiting(RateLimits.InRoom);
    }

    internal static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/energy";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<EnergyPage, EnergyModel>(await Model(db, viewer, head)) : Results.NotFound();

    private static async Task<IResult> Put(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        var isPut = form["put"].Length > 0;
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head || !Id<Topic>.TryParse(form[isPut ? "put" : "take"], null, out var topic)) return Results.NotFound();
        var me = viewer.Reader.ActorId;
        if (SpaceAccess.IsOpen(head) && await writes.Do(unit => isPut ? unit.PutDot(me, id, topic) : unit.TakeDot(me, id, topic))) return Screen.Go($"{At(viewer, id)}#dots-{topic}");
        var model = await Model(db, viewer, head, form);
        if (model.IsOpen && (!isPut || model.Energy.Left > 0)) return Results.NotFound();
        form.Refuse("dots", viewer.Words[model.IsOpen ? "energy.wrong.none-left" : "energy.wrong.over"]);
        return Screen.ShowAgain<EnergyPage, EnergyModel>(model);
    }

    internal static async Task<EnergyModel> Model(Db db, Viewer viewer, SpaceHead head, Form? typed = null)
    {
        var (board, form) = (await db.BoardOf(head.Id), typed ?? Form.With(("each", DotRound.UsualEach.ToString(CultureInfo.InvariantCulture))));
        return new(head, board, await db.EnergyOf(head.Id, viewer.Reader.ActorId), form, SpaceAccess.MayHold(viewer, head)) { Untaken = await db.UntakenOn(board) };
    }
}
