using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>A picture is brought first and stands in the text by its address; whoever reads the page sees it, and it goes when the page goes.</summary>
public static class Pictures
{
    public const int Most = 500;

    public static void MapPictures(this RouteGroupBuilder pages) =>
        pages.MapPost("/{id}/pictures", Put).RequireRateLimiting(RateLimits.Writing).BringingFiles();

    private static async Task<IResult> Put(Id<Page> id, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs)
    {
        return await PageAccess.ForWriting(db, viewer, id) is { } page ? await Bring(page, form, viewer, db, writes, blobs) : Results.NotFound();
    }

    /// <summary>For whoever may write on the page.</summary>
    internal static async Task<IResult> Bring(PageHead page, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs)
    {
        var (words, guest) = (viewer.Words, viewer.Guest);
        if (form.Files("file") is not [{ Length: var length }]) return Results.UnprocessableEntity();
        if (length > Upload.MostBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await db.KeptFromBringing(guest, length, words) is { } full) return Results.Text(full, statusCode: StatusCodes.Status409Conflict);
        if (await Upload.Read(form, "file", words) is not [{ } upload] || !FileKind.IsShown(upload.ContentType)) return Results.UnprocessableEntity();
        var file = blobs.KeepOne(page.CommunityId, upload) with { ById = guest?.ActorId };
        blobs.Settle(page.CommunityId);
        return await writes.Do(async unit => await unit.KeptFromBringing(guest, file, words) is null && await unit.PutPicture(page.Id, file)) ? Results.Json(new { src = Attachment.ShownAt(file.Id), alt = "" }) : Results.UnprocessableEntity();
    }

    /// <summary>False where the page is full, or no longer written on.</summary>
    private static async Task<bool> PutPicture(this Unit unit, Id<Page> id, KeptFile file)
    {
        // So that two who bring one at once are numbered one after the other.
        await unit.Hold(id);
        if (await unit.FindPage(id) is not { ClosedAt: null } page) return false;
        var number = await unit.Db.The<Attachment>().Where(a => a.ThingId == id.As<Thing>()).MaxAsync(a => (int?)a.Number) ?? 0;
        if (number >= Most) return false;
        await unit.AttachInText(page.CommunityId, id.As<Thing>(), file, number + 1);
        return true;
    }
}
