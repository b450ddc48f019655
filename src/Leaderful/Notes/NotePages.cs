using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Notes;

/// <summary>Their notes by what they hang on and the ways to open them; and one note alone, also where its thing is gone.</summary>
public static class NotePages
{
    public static void MapNotePages(this RouteGroupBuilder notes)
    {
        notes.MapGet("", List);
        notes.MapGet("/{thing}", Show);
    }

    private static async Task<IResult> List(Viewer viewer, Db db) =>
        Screen.Show<NotesPage, NotesModel>(new NotesModel(await db.NotesOf(viewer.Me), await db.WaysOf(viewer.Me)));

    private static async Task<IResult> Show(Id<Thing> thing, Viewer viewer, Db db) =>
        (await db.NotesOf(viewer.Me)).FirstOrDefault(n => n.On == thing) is { } note ? Screen.Show<NotePage, ListedNote>(note) : Results.NotFound();
}

public sealed record NotesModel(IReadOnlyList<ListedNote> Notes, IReadOnlyList<ListedWay> Ways)
{
    public bool HasBegun => Ways.Count > 0;

    public bool Has(NoteWayKind kind) => Ways.Any(w => w.Kind == kind);

    /// <summary>The code stays, and one way beside it.</summary>
    public bool MayRemove(ListedWay way) => way.Kind != NoteWayKind.Recovery && Ways.Count(w => w.Kind != NoteWayKind.Recovery) > 1;
}
