using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Bringing;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Bringing;

/// <summary>A wall that is taken along comes back as it was.</summary>
public class AgendaLawTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements("=1+1", "+x", "-x", "@x", "'=x", "\"", "a,b", "a;b", "a\tb", "a\nb", "é", "日本語", "😀", "{", "null", "Keys"),
        ArbMap.Default.ArbFor<string?>().Generator.Select(s => s ?? ""));

    private static readonly Arbitrary<Board> AnyBoard = (
        from seed in Gen.Choose(0, 1_000_000)
        from texts in AnyText.ArrayOf(24)
        select Made(new Random(seed), texts)).ToArbitrary();

    [Fact]
    public void As_json() => Check.QuickThrowOnFailure(Prop.ForAll(AnyBoard, board =>
    {
        var agenda = AgendaJson.Read(Encoding.UTF8.GetString(AgendaExport.Json(board, "Ours", "Europe/Berlin"))) ?? new Agenda([], [], [], []);
        Assert.DoesNotContain(agenda.Notes, n => n.Stops);
        Assert.Equal(board.Slots.Select(s => new SlotWish(s.Day, s.At, s.Minutes, s.Kind, s.Name)), agenda.Slots);
        Assert.Equal(board.Places.Select(p => new AgendaPlace(p.Name, p.Seats, p.Features)), agenda.Places);
        Assert.Equal(Said(board), agenda.Topics.Select(Said));
    }));

    [Fact]
    public void As_a_table() => Check.QuickThrowOnFailure(Prop.ForAll(AnyBoard, board =>
    {
        var table = AgendaTable.Read(Clean.Text(Encoding.UTF8.GetString(AgendaExport.Csv(board)[3..])));
        var agenda = table.Says(AgendaColumns.Guess(table.Columns));
        if (board.Slots.Count + board.Places.Count + board.Slips.Count == 0) return;
        Assert.DoesNotContain(agenda.Notes, n => n.Stops);
        Assert.Equal(board.Slots.Select(s => (s.Begins, s.Minutes, s.Kind)).Order(), agenda.Slots.Select(s => (s.Day.ToDateTime(s.At), s.Minutes, s.Kind)).Order());
        Assert.Equal(board.Places.Select(p => p.Name).Order(StringComparer.Ordinal), agenda.Places.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Said(board), agenda.Topics.Select(Said));
    }));

    private static IEnumerable<string> Said(Board board) => board.Slips.Select(s => board.Hangs(s)
        ? $"{s.Title}|{s.Convener}|{s.Why}|{board.Slot(s)!.Begins:s}+{board.Slot(s)!.Minutes}|{board.Place(s)!.Name}" : $"{s.Title}|{s.Convener}|{s.Why}||");

    private static string Said(AgendaTopic topic) => topic.Slot is { } slot
        ? $"{topic.Title}|{topic.Convener}|{topic.Why}|{slot.Day.ToDateTime(slot.At):s}+{slot.Minutes}|{topic.Place}" : $"{topic.Title}|{topic.Convener}|{topic.Why}||";

    private static Board Made(Random chance, string[] texts)
    {
        var space = new Space { Id = Id<Space>.New(), CommunityId = Id<Community>.New() };
        var slots = Enumerable.Range(0, chance.Next(6)).Select(n =>
        {
            var slot = new Slot { Id = Id<Slot>.New(), SpaceId = space.Id };
            var kind = (SlotKind)chance.Next(4);
            slot.Set(new SlotWish(new DateOnly(2027, 3, 1).AddDays(chance.Next(3)), new TimeOnly(n + 6, chance.Next(60)), 5 + chance.Next(716), kind, kind == SlotKind.Sessions ? "" : Line(60)));
            return slot;
        }).OrderBy(s => s.Begins).ToList();
        var places = Enumerable.Range(0, chance.Next(5)).Select(n => new Place { Id = Id<Place>.New(), SpaceId = space.Id, Name = Line(40, $"P{n} "), Seats = chance.Next(2) == 0 ? null : 1 + chance.Next(99), Features = Line(80) }).DistinctBy(p => (Folded.Of(p.Name) is { Length: > 0 } folded ? folded : p.Name)).ToList();
        var slips = Enumerable.Range(1, chance.Next(7)).Select(n => new Slip(Id<Topic>.New(), n, Line(150, $"T{n} "), Line(60), null, default, n)
        {
            Why = Clean.Text(Text(900)).Trim(), SlotId = slots.Count > 0 && chance.Next(3) > 0 ? slots[chance.Next(slots.Count)].Id : null, PlaceId = places.Count > 0 ? places[chance.Next(places.Count)].Id : null,
        }).ToList();
        return new Board(space, slots, places, slips);

        string Text(int most) => texts[chance.Next(texts.Length)] is var text && text.Length > most ? text[..most] : text;

        // Half a character at the cut is not kept, so what is left may begin anew with blanks.
        string Line(int most, string before = "") => Clean.Line(before + Text(most));
    }
}
