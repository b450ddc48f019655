using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Circles;

public sealed record CircleSettingsModel(CircleHead Circle, Form Form);

/// <summary>What a circle decides of itself: each who belongs may change it.</summary>
public static class CircleTending
{
    public static void MapCircleTending(this RouteGroupBuilder circles)
    {
        circles.MapGet("/{id}/settings", Show);
        circles.MapPost("/{id}/settings", Keep).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Circle> id, Viewer viewer, Db db)
    {
        if (await CircleAccess.ForBelonging(db, viewer, id) is not { } circle) return Results.NotFound();
        var form = Form.With(("name", circle.Name), ("purpose", circle.Purpose), ("joining", circle.Joining.ToString()));
        return Screen.Show<CircleSettingsPage, CircleSettingsModel>(new CircleSettingsModel(circle, form));
    }

    private static async Task<IResult> Keep(Id<Circle> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await CircleAccess.ForBelonging(db, viewer, id) is not { } circle) return Results.NotFound();
        var wish = CircleForm.Read(form, viewer.Words);
        if (form.IsRight && await writes.Do(unit => unit.SetCircle(id, viewer.Me.ActorId, wish)))
            return Screen.Go($"{viewer.Here.Path}/circles/{id}", new Done("circles.kept"));
        if (form.IsRight) form.Refuse("name", viewer.Words["circles.wrong.name-taken"]);
        return Screen.ShowAgain<CircleSettingsPage, CircleSettingsModel>(new CircleSettingsModel(circle, form));
    }

    private static async Task<IResult> TakeDown(Id<Circle> id, Viewer viewer, Db db, Writes writes)
    {
        if (await CircleAccess.ForTakingDown(db, viewer, id) is not { } circle) return Results.NotFound();
        if (!await writes.Do(unit => unit.TakeDownCircle(id, viewer.Me.ActorId, circle.Belongs))) return Results.NotFound();
        return Screen.Go($"{viewer.Here.Path}/circles", new Done("circles.taken-down", $"{viewer.Here.Path}/circles/{id}/restoration", circle.Name));
    }

    private static async Task<IResult> PutBack(Id<Circle> id, Viewer viewer, Db db, Writes writes) =>
        await CircleAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackCircle(id, viewer.Me.ActorId))
            ? Screen.Go($"{viewer.Here.Path}/circles/{id}", new Done("circles.put-back"))
            : Results.NotFound();
}
