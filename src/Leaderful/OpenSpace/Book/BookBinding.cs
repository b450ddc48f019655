using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;

namespace Leaderful.OpenSpace.Book;

/// <summary>A topic as it was read.</summary>
internal sealed record BookTopic(Id<Topic> Id, int Number, string Title, string Why)
{
    public string Convener { get; init; } = "";
    public bool IsConvenerKnown { get; init; }
    public Id<Slot>? Slot { get; init; }
    public Id<Place>? Place { get; init; }
    public Id<Topic>? MergedInto { get; init; }
    public bool IsLetGo { get; init; }
    public string? Paper { get; init; }
}

/// <summary>Puts what was read into its order: day by day, slot by slot, place by place, each topic once.</summary>
internal sealed class BookBinding(string zone, DateTime now, IReadOnlyList<BookTopic> topics)
{
    public required IReadOnlyDictionary<Id<Slot>, Slot> Slots { get; init; }
    public required IReadOnlyDictionary<Id<Place>, Place> Places { get; init; }
    public required ILookup<Id<Topic>, string> Came { get; init; }
    public required IReadOnlyDictionary<Id<Topic>, ReportPage> Reports { get; init; }
    public required IReadOnlyList<(Id<Thing>? Origin, BookPromise Promise)> Promises { get; init; }

    private Dictionary<Id<Thing>, int> Numbers => field ??= NumbersByOrigin();
    private ILookup<Id<Topic>, BookTopic> Joined => field ??= topics.Where(IsJoined).ToLookup(t => t.MergedInto!.Value);
    private HashSet<int> Promising => field ??= [.. Promises.Where(p => p.Origin is { } o && Numbers.ContainsKey(o)).Select(p => Numbers[p.Origin!.Value])];

    public BookOfProceedings Bind(BookCover cover)
    {
        var own = topics.Where(t => !IsJoined(t)).ToList();
        var held = own.Where(t => !t.IsLetGo).Select(Session).OrderBy(s => s.When?.Begins ?? DateTime.MaxValue).ThenBy(s => s.When?.PlaceOrder).ThenBy(s => s.Number).ToList();
        var parts = held.Where(s => s.SaysSomething).GroupBy(s => s.When?.Day).Select(g => new BookPart(g.Key, [.. g]));
        return new BookOfProceedings(cover, [.. parts], now)
        {
            Bare = held.FindAll(s => !s.SaysSomething), LetGo = [.. own.Where(t => t.IsLetGo).Select(Session)],
            Promises = [.. Promises.Select(p => p.Promise with { At = p.Origin is { } origin && Numbers.TryGetValue(origin, out var at) ? at : null })],
        };
    }

    /// <summary>What was joined to a topic that is not there any more, or that is joined itself, stands for itself.</summary>
    private bool IsJoined(BookTopic topic) => topic.MergedInto is { } other && topics.Any(t => t.Id == other && t.MergedInto is null);

    private BookSession Session(BookTopic topic) => new(topic.Id, topic.Number, topic.Title, topic.Why, topic.Convener)
    {
        IsConvenerKnown = topic.IsConvenerKnown, When = WhenOf(topic), Came = [.. Came[topic.Id]], Report = Reports.GetValueOrDefault(topic.Id)?.Report,
        HasPromises = Promising.Contains(topic.Number), Paper = topic.Paper, Joined = [.. Joined[topic.Id].Select(Session)],
    };

    private BookWhen? WhenOf(BookTopic topic) =>
        topic.Slot is { } s && topic.Place is { } p && Slots.TryGetValue(s, out var slot) && Places.TryGetValue(p, out var place)
            ? new BookWhen(slot.Begins, slot.Ends, XmlText.Clean(place.Name), place.Order, !topic.IsLetGo && Zones.IsKnown(zone) && Zones.ToUtc(slot.Begins, zone) > now) : null;

    private Dictionary<Id<Thing>, int> NumbersByOrigin()
    {
        var numbers = topics.ToDictionary(t => t.Id.As<Thing>(), t => t.Number);
        foreach (var topic in topics)
            if (Reports.TryGetValue(topic.Id, out var report)) numbers[report.Page.As<Thing>()] = topic.Number;
        return numbers;
    }
}
