using System.Globalization;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What people type about times and places of a wall, read and checked.</summary>
internal static class DrawingForm
{
    private const int MostAtOnce = 12;

    /// <summary>One time, or several of the same length one after the other.</summary>
    public static IReadOnlyList<SlotWish> Slots(Form form, Words words)
    {
        var one = Slot(form, words);
        var (count, pause) = (Number(form, "count", 1, MostAtOnce, words, 1), Number(form, "pause", 0, LongestPause, words, 0));
        if (one is null || !form.IsRight) return [];
        var first = one.Day.ToDateTime(one.At);
        return [.. Enumerable.Range(0, count).Select(n => first.AddMinutes(n * (one.Minutes + pause))).TakeWhile(at => DateOnly.FromDateTime(at) == one.Day).Select(at => one with { At = TimeOnly.FromDateTime(at) })];
    }

    public static SlotWish? Slot(Form form, Words words)
    {
        if (DayWords.Read(form["day"]) is not { } day || !Wall.Slot.IsDay(day))
        {
            form.Refuse("day", words["wall.wrong.day"]);
            return null;
        }
        if (!TimeOnly.TryParseExact(form["at"], ["HH':'mm", "HH':'mm':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) form.Refuse("at", words["wall.wrong.at"]);
        var minutes = Number(form, "minutes", Wall.Slot.ShortestMinutes, Wall.Slot.LongestMinutes, words, 60);
        var name = form.Line("called", Wall.Slot.LongestName, words["wall.wrong.slot-name-long"]);
        return form.IsRight ? new SlotWish(day, at, minutes, form.Choice("kind", SlotKind.Sessions), name) : null;
    }

    public static (string Name, int? Seats, string Features) Place(Form form, Words words)
    {
        var name = form.Line("name", Wall.Place.LongestName, words["wall.wrong.place-long"], words["wall.wrong.place-missing"]);
        int? seats = form["seats"].Length == 0 ? null : Number(form, "seats", 1, Wall.Place.MostSeats, words, 1);
        return (name, seats, form.Line("features", Wall.Place.LongestFeatures, words["wall.wrong.features-long"]));
    }

    private const int LongestPause = 6 * 60;

    private static int Number(Form form, string name, int least, int most, Words words, int otherwise)
    {
        if (form[name].Length == 0) return otherwise;
        if (int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        form.Refuse(name, words.Say("wall.wrong.number", ("least", least.ToString(words.Culture)), ("most", most.ToString(words.Culture))));
        return otherwise;
    }
}
