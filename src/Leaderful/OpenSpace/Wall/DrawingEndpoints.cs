using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The wall as it is drawn: what is being added, or changed.</summary>
public sealed record DrawingModel(SpaceHead Head, Board Board, Form Slot, Form Place);

public sealed record SlotModel(SpaceHead Head, Slot Slot, Form Form);

public sealed record PlaceModel(SpaceHead Head, Place Place, Form Form);

/// <summary>Drawing the wall, for whoever holds it. What hangs on a time or place that is taken away waits in the tray.</summary>
public static class DrawingEndpoints
{
    public static void MapDrawing(this RouteGroupBuilder held)
    {
        held.MapGet("/wall/settings", Show);
        held.MapPost("/wall/slots", AddSlots).RequireRateLimiting(RateLimits.Writing);
        held.MapGet("/wall/slots/{slot}", ShowSlot);
        held.MapPost("/wall/slots/{slot}", KeepSlot).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/slots/{slot}/deletion", (Id<Space> id, Id<Slot> slot, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.RemoveSlot(by, id, slot), "slot-removed", $"slots/{slot}/restoration")).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/slots/{slot}/restoration", (Id<Space> id, Id<Slot> slot, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.PutBackSlot(by, id, slot))).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/places", AddPlace).RequireRateLimiting(RateLimits.Writing);
        held.MapGet("/wall/places/{place}", ShowPlace);
        held.MapPost("/wall/places/{place}", KeepPlace).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/places/{place}/deletion", (Id<Space> id, Id<Place> place, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.RemovePlace(by, id, place), "place-removed", $"places/{place}/restoration")).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/places/{place}/restoration", (Id<Space> id, Id<Place> place, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.PutBackPlace(by, id, place))).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/interest", (Id<Space> id, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.AllowInterest(by, id), "interest-on", "interest/ending")).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/wall/interest/ending", (Id<Space> id, DrawingDoing doing) => doing.Do(id, (unit, by) => unit.EndInterest(by, id), "interest-off", "interest")).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db, TimeProvider time)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var board = await db.BoardOf(id);
        return Screen.Show<DrawingPage, DrawingModel>(new(head, board, NextSlot(head, board, head.Local(time.Utc())), Form.Empty));
    }

    private static async Task<IResult> AddSlots(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var wishes = DrawingForm.Slots(form, viewer.Words);
        if (form.IsRight && !await writes.Do(async unit =>
        {
            foreach (var wish in wishes)
                if (await unit.AddSlot(viewer.Me.ActorId, id, wish) is null) return false;
                else await unit.Db.SaveChangesAsync();
            return true;
        })) form.Refuse("at", viewer.Words["wall.wrong.most-slots"]);
        return form.IsRight ? Screen.Go(At(viewer, id)) : Screen.ShowAgain<DrawingPage, DrawingModel>(new(head, await db.BoardOf(id), form, Form.Empty));
    }

    private static async Task<IResult> AddPlace(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var (name, seats, features) = DrawingForm.Place(form, viewer.Words);
        if (form.IsRight && await writes.Do(unit => unit.AddPlace(viewer.Me.ActorId, id, name, seats, features)) is null) form.Refuse("name", viewer.Words["wall.wrong.most-places"]);
        if (form.IsRight) return Screen.Go($"{At(viewer, id)}#wall-places");
        var board = await db.BoardOf(id);
        return Screen.ShowAgain<DrawingPage, DrawingModel>(new(head, board, NextSlot(head, board, default), form));
    }

    private static async Task<IResult> ShowSlot(Id<Space> id, Id<Slot> slot, Viewer viewer, Db db) =>
        await SpaceAccess.ForHolding(db, viewer, id) is { } head && (await db.BoardOf(id)).Slots.FirstOrDefault(s => s.Id == slot) is { } found
            ? Screen.Show<SlotPage, SlotModel>(new(head, found, Of(found))) : Results.NotFound();

    private static async Task<IResult> KeepSlot(Id<Space> id, Id<Slot> slot, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head || (await db.BoardOf(id)).Slots.FirstOrDefault(s => s.Id == slot) is not { } found) return Results.NotFound();
        if (DrawingForm.Slot(form, viewer.Words) is not { } wish) return Screen.ShowAgain<SlotPage, SlotModel>(new(head, found, form));
        await writes.Do(unit => unit.SetSlot(viewer.Me.ActorId, id, slot, wish));
        return Screen.Go(At(viewer, id), new Done("wall.kept"));
    }

    private static async Task<IResult> ShowPlace(Id<Space> id, Id<Place> place, Viewer viewer, Db db) =>
        await SpaceAccess.ForHolding(db, viewer, id) is { } head && (await db.BoardOf(id)).Places.FirstOrDefault(p => p.Id == place) is { } found
            ? Screen.Show<PlaceSettingsPage, PlaceModel>(new(head, found, Form.With(("name", found.Name), ("seats", found.Seats?.ToString(CultureInfo.InvariantCulture) ?? ""), ("features", found.Features)))) : Results.NotFound();

    private static async Task<IResult> KeepPlace(Id<Space> id, Id<Place> place, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head || (await db.BoardOf(id)).Places.FirstOrDefault(p => p.Id == place) is not { } found) return Results.NotFound();
        var (name, seats, features) = DrawingForm.Place(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<PlaceSettingsPage, PlaceModel>(new(head, found, form));
        await writes.Do(unit => unit.SetPlace(viewer.Me.ActorId, id, place, name, seats, features));
        return Screen.Go(At(viewer, id), new Done("wall.kept"));
    }

    internal static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/wall/settings";

    private static Form Of(Slot slot) => Form.With(
        ("day", DayWords.Written(slot.Day)), ("at", Hour.Text(slot.Begins)), ("minutes", slot.Minutes.ToString(CultureInfo.InvariantCulture)), ("kind", slot.Kind.ToString()), ("called", slot.Name));

    /// <summary>After the last there is; the first when the gathering begins.</summary>
    private static Form NextSlot(SpaceHead head, Board board, DateTime local)
    {
        var at = board.Slots.Count > 0 ? board.Slots[^1].Ends.AddMinutes(15) : head.Gathering is { Day: { } first, At: { } hour } ? first.ToDateTime(hour) : local.Date.AddHours(10);
        return Form.With(("day", DayWords.Written(DateOnly.FromDateTime(at))), ("at", Hour.Text(at)), ("minutes", "60"), ("pause", "15"), ("count", "1"), ("kind", nameof(SlotKind.Sessions)));
    }
}
