using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What people type about a topic, read and checked.</summary>
internal static class TopicForm
{
    /// <summary>Between the slot and the place it hangs at; alone it means the tray.</summary>
    private const char Between = '.';
    public const string Tray = "tray";

    public static string Spot(Id<Slot> slot, Id<Place> place) => $"{slot}{Between}{place}";

    /// <summary>A title is asked for, unless there is the paper it stands on: then it can be typed later, by anybody who may change it.</summary>
    public static async Task<(TopicWish Wish, Upload? Paper)> Read(Form form, Db db, Viewer viewer, Board board, bool isScribe, Slip? slip = null)
    {
        var words = viewer.Words;
        var paper = await Upload.Picture(form, "paper", Papers.FileName, words);
        var isOff = slip?.Paper is not null && form.Has("paper-off");
        var onPaper = paper is not null || (slip?.Paper is not null && !isOff) || form.Wrong.ContainsKey("paper");
        var title = form.Line("title", Topic.LongestTitle, words["wall.wrong.title-long"], onPaper ? null : words["wall.wrong.title-missing"]);
        var why = form.Text("why", Topic.LongestWhy, words["wall.wrong.why-long"]);
        var (id, name) = await Convener(form, db, viewer, isScribe);
        var (slot, place) = Where(form, words, board);
        if (paper is not null && await db.KeptFromBringing(viewer.Guest, paper.Bytes.Length, words) is { } full) form.Refuse("paper", full);
        // What a browser brought once it does not bring again by itself.
        if (paper is not null && !form.IsRight && !form.Wrong.ContainsKey("paper")) form.Refuse("paper", words["wall.wrong.paper-again"]);
        return (new TopicWish(title, id, name) { Why = why, Slot = slot, Place = place, IsWithoutPaper = isOff, Unnamed = n => words.Say("wall.on-paper", ("n", n)) }, paper);
    }

    /// <summary>The bytes first, before there is a row that names them.</summary>
    public static TopicWish With(this TopicWish wish, Upload? paper, Blobs blobs, Viewer viewer) =>
        paper is null ? wish : wish with { Paper = blobs.KeepOne(viewer.Here.Id, paper) with { ById = viewer.Guest?.ActorId } };

    /// <summary>Where it goes; nowhere is the tray. What was taken away meanwhile is said and not guessed.</summary>
    public static (Id<Slot>? Slot, Id<Place>? Place) Where(Form form, Words words, Board board)
    {
        var spot = form["where"];
        if (spot is "" or Tray) return (null, null);
        var parts = spot.Split(Between);
        if (parts.Length == 2 && Id<Slot>.TryParse(parts[0], null, out var slot) && Id<Place>.TryParse(parts[1], null, out var place)
            && board.Slots.Any(s => s.Id == slot && s.Kind == SlotKind.Sessions) && board.Places.Any(p => p.Id == place)) return (slot, place);
        form.Refuse("where", words["wall.wrong.where"]);
        form.Put("where", Tray);
        return (null, null);
    }

    /// <summary>Oneself, unless a scribe writes down another's name: the one member who is called so, or a name alone.</summary>
    private static async Task<(Id<Actor>? Id, string Name)> Convener(Form form, Db db, Viewer viewer, bool isScribe)
    {
        var name = isScribe ? form.Line("convener", Topic.LongestConvener, viewer.Words["wall.wrong.convener-long"]) : "";
        if (name.Length == 0 || Folded.Of(name) == Folded.Of(viewer.Reader.Name)) return (viewer.Reader.ActorId, "");
        return await db.MembersCalled(viewer.Here.Id, name, 2) is [var one] ? (new Id<Actor>(one.ActorId), "") : (null, name);
    }
}
