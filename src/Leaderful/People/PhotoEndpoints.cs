using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.People;

/// <summary>My photo, and the form to bring one, change it or choose who sees it.</summary>
public sealed record PhotoModel(Photo? Photo, Form Form, IReadOnlyList<Rung> Rungs);

public static class PhotoEndpoints
{
    public static void MapPhoto(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/me/portrait/photo").ForPeople("it shows only what is theirs").MapGet("", Show);
        app.MapGroup("/me/portrait/photo").ForPeople("it changes only what is theirs").MapPost("", Keep).RequireRateLimiting(RateLimits.Writing).BringingFiles();
    }

    private static async Task<IResult> Show(Viewer viewer, Db db)
    {
        var (photo, rungs) = (await db.OwnPhoto(viewer.Me), Ladder.Of(viewer.Me).Offered());
        var rung = photo is null ? viewer.UsualRung() : rungs.On(photo.ScopeId);
        return Screen.Show<PhotoPage, PhotoModel>(new PhotoModel(photo, Form.With(("scope", rung.Id.ToString()), ("reason", photo?.Reason ?? "")), rungs));
    }

    private static async Task<IResult> Keep(Form form, Viewer viewer, Db db, Writes writes, Blobs blobs)
    {
        var (photo, rungs, me) = (await db.OwnPhoto(viewer.Me), Ladder.Of(viewer.Me).Offered(), viewer.Me);
        var upload = await Upload.Photo(form, "photo", viewer.Words);
        if (photo is null && upload is null) form.Refuse("photo", viewer.Words["portrait.wrong.photo-missing"]);
        var opening = form.Opening("", viewer.Words, rungs, photo is null ? rungs[0] : rungs.On(photo.ScopeId));
        if (!form.IsRight) return Screen.ShowAgain<PhotoPage, PhotoModel>(new PhotoModel(photo, form, rungs));
        var file = upload is null ? null : blobs.KeepOne(me.PersonId, upload);
        return await writes.Do(unit => unit.ShowPhoto(me.PersonId, me.ActorId, opening, file))
            ? Screen.Go("/me/portrait", new Done("portrait.photo-kept"))
            : Results.NotFound();
    }
}
