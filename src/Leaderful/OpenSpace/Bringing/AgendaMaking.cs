using System.Globalization;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>An agenda as it is put together from what a file says, row by row.</summary>
internal sealed class AgendaMaking
{
    private readonly List<SlotWish> slots = [];
    private readonly List<AgendaPlace> places = [];
    private readonly List<AgendaTopic> topics = [];
    private readonly List<AgendaNote> notes = [];

    public IReadOnlyList<SlotWish> Slots => slots;

    public Agenda Made => new(slots, places, topics, notes);

    public void Stop(AgendaPart part, int number, string why, string said = "") => notes.Add(new(part, number, why, Stops: true, said));

    private void Say(AgendaPart part, int number, string why, string said = "") => notes.Add(new(part, number, why, Stops: false, said));

    /// <summary>A time, each once. Where nothing says how long, one that begins then is meant; an end before the beginning is on the next day.</summary>
    public SlotWish? Slot(AgendaPart part, int number, (string Day, string Begins, string Ends, string Minutes) written, SlotKind kind = SlotKind.Sessions, string name = "")
    {
        if (AgendaTime.Day(written.Day) is not { } day) return Wrong("day", written.Day);
        if (AgendaTime.Hour(written.Begins) is not { } begins) return Wrong("begins", written.Begins);
        if (written is { Ends: "", Minutes: "" })
            return slots.Find(s => s.Day == day && s.At == begins && s.Kind == kind) ?? Wrong("how-long", written.Begins);
        int minutes;
        if (written.Ends.Length > 0)
        {
            if (AgendaTime.Hour(written.Ends) is not { } ends) return Wrong("ends", written.Ends);
            minutes = (int)(ends - begins).TotalMinutes;
        }
        else if (!int.TryParse(written.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out minutes)) return Wrong("minutes", written.Minutes);
        if (!Wall.Slot.IsLength(minutes)) return Wrong("length", written.Ends.Length > 0 ? written.Ends : written.Minutes);
        var wish = new SlotWish(day, begins, minutes, kind, Fit(name, Wall.Slot.LongestName));
        if (slots.Find(s => Same(s, wish)) is { } known) return known;
        slots.Add(wish);
        return wish;

        SlotWish? Wrong(string why, string said)
        {
            Stop(part, number, why, said);
            return null;
        }
    }

    public static bool Same(SlotWish one, SlotWish other) => (one.Day, one.At, one.Minutes, one.Kind) == (other.Day, other.At, other.Minutes, other.Kind);

    /// <summary>A place by its name, each once however it is spelt large or small.</summary>
    public string Place(AgendaPart part, int number, string name, int? seats = null, string features = "")
    {
        var line = Clean.Line(name);
        if (line.Length == 0) return "";
        if (line.Length > Wall.Place.LongestName) Stop(part, number, "place-long", Fit(line, Wall.Place.LongestName));
        else if (places.Find(p => KeyOf(p.Name) == KeyOf(line)) is { } known) return known.Name;
        else places.Add(new AgendaPlace(line, seats is >= 1 and <= Wall.Place.MostSeats ? seats : null, Fit(Clean.Line(features), Wall.Place.LongestFeatures)));
        return line;
    }

    public static string KeyOf(string name) => Folded.Of(name) is { Length: > 0 } folded ? folded : name;

    public void Topic(AgendaPart part, AgendaTopic said)
    {
        var topic = said with { Title = Clean.Line(said.Title), Convener = Clean.Line(said.Convener), Why = said.Why.Trim() };
        if (topic.Title.Length == 0) Stop(part, topic.Row, "title-missing");
        else if (topic.Title.Length > Wall.Topic.LongestTitle) Stop(part, topic.Row, "title-long", Fit(topic.Title, 40));
        else if (topic.Convener.Length > Wall.Topic.LongestConvener) Stop(part, topic.Row, "convener-long", Fit(topic.Convener, 40));
        else if (topics.Find(t => IsTwice(t, topic)) is { } twin) Say(part, topic.Row, "twice", twin.Row.ToString(CultureInfo.InvariantCulture));
        else Add(part, topic);
    }

    private void Add(AgendaPart part, AgendaTopic topic)
    {
        if (topic.Slot is not null && topic.Place.Length > 0 && topics.Find(t => t.Slot == topic.Slot && t.Place == topic.Place) is { } there)
            Say(part, topic.Row, "same-spot", there.Row.ToString(CultureInfo.InvariantCulture));
        if (topic.Slot is null != (topic.Place.Length == 0)) Say(part, topic.Row, "tray");
        if (topic.Why.Length > Wall.Topic.LongestWhy) Say(part, topic.Row, "why-cut");
        topics.Add(topic with { Why = Fit(topic.Why, Wall.Topic.LongestWhy).TrimEnd() });
    }

    private static bool IsTwice(AgendaTopic one, AgendaTopic other) => (one with { Row = 0 }) == (other with { Row = 0, Why = one.Why });

    /// <summary>As much as fits, in whole characters.</summary>
    private static string Fit(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
