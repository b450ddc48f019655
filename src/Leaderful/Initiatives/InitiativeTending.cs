using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Initiatives;

/// <summary>Changing what it is called and for; the form, and what somebody else wrote meanwhile.</summary>
public sealed record InitiativeSettingsModel(InitiativeHead Head, Form Form, bool IsOvertaken = false);

/// <summary>What its team does: word it anew, take it down, put it back.</summary>
public static class InitiativeTending
{
    public static void MapInitiativeTending(this RouteGroupBuilder initiatives)
    {
        initiatives.MapGet("/{id}/settings", Settings);
        initiatives.MapPost("/{id}/settings", Keep).RequireRateLimiting(RateLimits.Writing);
        initiatives.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        initiatives.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Settings(Id<Initiative> id, Viewer viewer, Db db) => await InitiativeAccess.ForCarrying(db, viewer, id) is { } head
        ? Screen.Show<InitiativeSettingsPage, InitiativeSettingsModel>(new(head, Form.With(("title", head.It.Title), ("purpose", head.It.Purpose), (Editions.Field, Editions.Text(head.It.Edition)))))
        : Results.NotFound();

    private static async Task<IResult> Keep(Id<Initiative> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await InitiativeAccess.ForCarrying(db, viewer, id) is not { } head) return Results.NotFound();
        var (title, purpose) = InitiativeForm.Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<InitiativeSettingsPage, InitiativeSettingsModel>(new(head, form));
        if (await writes.Do(unit => unit.SetInitiative(viewer.Me.ActorId, id, title, purpose, Editions.Seen(form))))
            return Screen.Go(InitiativeEndpoints.At(viewer, id), new Done("initiatives.kept", Draft: $"initiative:{id}"));
        form.Refuse("title", viewer.Words["initiatives.wrong.changed"]);
        if (await InitiativeAccess.ForCarrying(db, viewer, id) is not { } now) return Results.NotFound();
        form.Put(Editions.Field, Editions.Text(now.It.Edition));
        return Screen.ShowAgain<InitiativeSettingsPage, InitiativeSettingsModel>(new(now, form, IsOvertaken: true));
    }

    private static async Task<IResult> TakeDown(Id<Initiative> id, Viewer viewer, Db db, Writes writes)
    {
        if (await InitiativeAccess.ForTakingDown(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownInitiative(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/initiatives", new Done("initiatives.taken-down", $"{InitiativeEndpoints.At(viewer, id)}/restoration", head.It.Title));
    }

    private static async Task<IResult> PutBack(Id<Initiative> id, Viewer viewer, Db db, Writes writes) =>
        await InitiativeAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackInitiative(viewer.Me.ActorId, id))
            ? Screen.Go(InitiativeEndpoints.At(viewer, id), new Done("initiatives.put-back"))
            : Results.NotFound();
}
