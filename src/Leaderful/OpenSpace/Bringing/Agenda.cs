using Leaderful.OpenSpace.Wall;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>An agenda made elsewhere, as a file says it: times, places, topics, and what is to be said about its rows.</summary>
public sealed record Agenda(IReadOnlyList<SlotWish> Slots, IReadOnlyList<AgendaPlace> Places, IReadOnlyList<AgendaTopic> Topics, IReadOnlyList<AgendaNote> Notes)
{
    /// <summary>So many rows or sessions are brought at once.</summary>
    public const int Most = 500;

    public bool IsEmpty => Slots.Count + Places.Count + Topics.Count == 0;
}

public sealed record AgendaPlace(string Name, int? Seats = null, string Features = "");

/// <summary>A topic with the number of the row or session it comes from; without a time and a place it waits in the tray.</summary>
public sealed record AgendaTopic(int Row, string Title, string Convener = "", string Why = "", SlotWish? Slot = null, string Place = "");

/// <summary>Something about a row (or a session, a time, a place of a JSON file): what keeps the whole from being brought, or what one should know.</summary>
public sealed record AgendaNote(AgendaPart Part, int Number, string Why, bool Stops, string Said = "");

public enum AgendaPart { Row, Session, Slot, Place, All }
