using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Notes;

/// <summary>How somebody opens their notes: chosen with the first one, changed later, and begun anew when everything is lost.</summary>
public static class NoteWayEndpoints
{
    private const string Page = "/me/notes";

    public static void MapNoteWays(this RouteGroupBuilder notes)
    {
        notes.MapPost("/vault", Begin);
        notes.MapPost("/vault/ways", Add);
        notes.MapPost("/vault/ways/{way}/removal", Remove);
        notes.MapGroup("/vault/ending").WithRecentProof(Page).MapPost("", BeginAnew);
    }

    private static async Task<IResult> Begin(VaultBrought brought, Viewer viewer, Writes writes) => !brought.IsSound ? Results.BadRequest()
        : await NoteEndpoints.OneOfTwo(() => writes.Do(unit => unit.BeginNotes(viewer.Me, brought)), false) ? Results.NoContent() : Results.Conflict();

    private static async Task<IResult> Add(WayBrought brought, Viewer viewer, Writes writes) => !brought.IsSound ? Results.BadRequest()
        : await writes.Do(unit => unit.AddNoteWay(viewer.Me, brought)) ? Screen.Go(Page, new Done(SaidOf(brought.Way!.Kind))) : Results.Conflict();

    private static async Task<IResult> Remove(Id<NoteWay> way, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.RemoveNoteWay(viewer.Me, way)) ? Screen.Go(Page, new Done("notes.way-removed")) : Results.NotFound();

    private static async Task<IResult> BeginAnew(Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.ForgetNotes(viewer.Me.PersonId));
        return Screen.Go(Page, new Done("notes.begun-anew"));
    }

    private static string SaidOf(NoteWayKind kind) => kind switch
    {
        NoteWayKind.Passkey => "notes.passkey-added",
        NoteWayKind.Passphrase => "notes.passphrase-kept",
        _ => "notes.code-kept",
    };
}
