using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Notes;

/// <summary>What is written for oneself alone comes and goes locked, at addresses of one's own: no page of a community knows of it.</summary>
public static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup("/me/notes").ForPeople("notes are their writer’s alone");
        reading.MapNotePages();
        reading.MapGet("/vault", async (Viewer viewer, Db db) => Results.Json(await db.VaultOf(viewer.Me)));
        reading.MapGet("/{thing}/envelope", Envelope);
        var writing = app.MapGroup("/me/notes").ForPeople("notes are their writer’s alone").RequireRateLimiting(RateLimits.Writing);
        writing.MapNoteWays();
        writing.MapPost("/{thing}/envelope", Keep);
        writing.MapPost("/{thing}/deletion", Delete);
    }

    private static async Task<IResult> Envelope(Id<Thing> thing, Viewer viewer, Db db) =>
        Results.Json(new EnvelopeSent(await db.VaultOf(viewer.Me), Sent(await NoteAccess.ForWriter(db, viewer, thing))));

    private static async Task<IResult> Keep(Id<Thing> thing, NoteBrought brought, Viewer viewer, Db db, Writes writes)
    {
        if (!brought.IsSound) return Results.BadRequest();
        if (brought.IsTooLong) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!await NoteAccess.MayWriteOn(db, viewer, thing)) return Results.NotFound();
        var (kept, edition) = await OneOfTwo(() => writes.Do(unit => unit.KeepNote(viewer.Me, thing, brought)), (NoteKept.Behind, 0));
        return kept == NoteKept.Kept ? Results.Json(new EditionSent(edition))
            : Results.Json(new BehindSent(kept == NoteKept.OtherKey, Sent(await NoteAccess.ForWriter(db, viewer, thing))), statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Delete(Id<Thing> thing, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.DeleteNote(viewer.Me, thing)) ? Screen.Go("/me/notes", new Done("notes.deleted")) : Results.NotFound();

    /// <summary>Of two devices in the same moment the later one is told what the other kept.</summary>
    internal static async Task<T> OneOfTwo<T>(Func<Task<T>> write, T otherwise)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateException)
        {
            return otherwise;
        }
    }

    private static SealedSent? Sent(PrivateNote? note) => note is null ? null : new SealedSent(note.Edition, note.Sealed);
}
