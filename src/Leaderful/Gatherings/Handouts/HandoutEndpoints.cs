using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Gatherings.Handouts;

public sealed record BringModel(GatheringHead Head, Form Form);

/// <summary>Bringing files to a gathering, taking one off and putting it back.</summary>
public static class HandoutEndpoints
{
    public static void MapHandouts(this RouteGroupBuilder gatherings)
    {
        gatherings.MapGet("/{id}/handouts/new", New);
        gatherings.MapPost("/{id}/handouts", Bring).RequireRateLimiting(RateLimits.Writing).BringingFiles();
        gatherings.MapPost("/{id}/handouts/{attachment}/deletion", TakeOff).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/handouts/{attachment}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> New(Id<Gathering> id, Viewer viewer, Db db) =>
        await GatheringAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<BringPage, BringModel>(new(head, Form.Empty)) : Results.NotFound();

    private static async Task<IResult> Bring(Id<Gathering> id, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var (words, uploads) = (viewer.Words, await Upload.Read(form, "files", viewer.Words));
        if (form.IsRight && uploads.Count == 0) form.Refuse("files", words["files.none"]);
        if (!form.IsRight) return Screen.ShowAgain<BringPage, BringModel>(new(head, form));
        var kept = blobs.Keep(viewer.Here.Id, uploads);
        if (await writes.Do(unit => unit.BringHandouts(viewer.Me.ActorId, viewer.Here.Id, id, kept)) is { } brought) return Screen.Go($"{At(viewer, id)}#handouts", Said(viewer, id, brought));
        form.Refuse("files", words.Count("handouts.wrong.many", HandingOut.Most));
        return Screen.ShowAgain<BringPage, BringModel>(new(head, form));
    }

    private static Done Said(Viewer viewer, Id<Gathering> id, IReadOnlyList<Id<Attachment>> brought) =>
        brought is [var one] ? new Done("handouts.brought", $"{At(viewer, id)}/handouts/{one}/deletion") : new Done("handouts.brought-many");

    private static async Task<IResult> TakeOff(Id<Gathering> id, Id<Attachment> attachment, Viewer viewer, Db db, Writes writes)
    {
        if (await HandoutAccess.ForTakingOff(db, viewer, id, attachment) is not { } file) return Results.NotFound();
        await writes.Do(unit => unit.TakeOffHandout(viewer.Me.ActorId, attachment));
        return Screen.Go($"{At(viewer, id)}#handouts", new Done("handouts.taken-off", $"{At(viewer, id)}/handouts/{attachment}/restoration", file.FileName));
    }

    private static async Task<IResult> PutBack(Id<Gathering> id, Id<Attachment> attachment, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is not { } head || await HandoutAccess.ForPuttingBack(db, viewer, id, attachment) is null
            || await writes.Do(unit => unit.PutBackHandout(viewer.Me.ActorId, attachment)) is not { } isBack) return Results.NotFound();
        if (isBack) return Screen.Go($"{At(viewer, id)}#handouts", new Done("handouts.put-back"));
        var form = Form.Empty;
        form.Refuse("files", viewer.Words.Count("handouts.wrong.many-back", HandingOut.Most));
        return Screen.ShowAgain<BringPage, BringModel>(new(head, form));
    }

    private static string At(Viewer viewer, Id<Gathering> id) => $"{viewer.Here.Path}/gatherings/{id}";
}
