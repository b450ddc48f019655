using System.Globalization;
using System.Text.Json;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>
/// An agenda as JSON: an object with "slots", "places" (or "rooms") and "sessions". Ours is described in docs/agendas.md; what others write
/// under near names is read too.
/// </summary>
public static class AgendaJson
{
    private const int Deepest = 16;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    public static bool IsMeant(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>Nothing where it is no JSON, or an object without any of the three.</summary>
    public static Agenda? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || (All(root, "slots").Count + Places(root).Count + All(root, "sessions", "topics").Count == 0)) return null;
            var making = new AgendaMaking();
            if (All(root, "sessions", "topics").Count > Agenda.Most || All(root, "slots").Count > Agenda.Most || Places(root).Count > Agenda.Most) making.Stop(AgendaPart.All, 0, "too-many");
            else Read(making, root);
            return making.Made;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Read(AgendaMaking making, JsonElement root)
    {
        foreach (var (slot, n) in All(root, "slots").Select((s, i) => (s, i + 1))) making.Slot(AgendaPart.Slot, n, Time(slot), AgendaTable.Kind(Text(slot, "kind", "type")), Clean.Line(Text(slot, "name", "title")));
        foreach (var (place, n) in Places(root).Select((p, i) => (p, i + 1)))
            making.Place(AgendaPart.Place, n, Own(place) ?? Text(place, "name", "label"), int.TryParse(Text(place, "seats", "capacity"), NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : null, Text(place, "features"));
        foreach (var (session, n) in All(root, "sessions", "topics").Select((s, i) => (s, i + 1))) making.Topic(AgendaPart.Session, new AgendaTopic(
            n, Text(session, "title", "name"), Text(session, "convener", "author", "host"), Text(session, "description", "why", "body"),
            When(making, n, session), making.Place(AgendaPart.Session, n, Text(session, "place", "room"))));
    }

    /// <summary>A session says its time in words of its own, or as that of a slot.</summary>
    private static SlotWish? When(AgendaMaking making, int number, JsonElement session)
    {
        var time = Time(Of(session, "slot") is { } slot && slot.ValueKind is JsonValueKind.Object or JsonValueKind.String ? Of(session, "slot")!.Value : session);
        return time.Day.Length + time.Begins.Length == 0 ? null : making.Slot(AgendaPart.Session, number, time);
    }

    private static (string Day, string Begins, string Ends, string Minutes) Time(JsonElement slot)
    {
        if (Own(slot) is { } written) return AgendaTime.Parts(written) is var (on, at, to) ? (on, at, to, "") : default;
        var (day, begins, ends) = AgendaTime.Parts(Text(slot, "begins", "start", "at"));
        return (Text(slot, "day", "date") is { Length: > 0 } said ? said : day, begins, Text(slot, "ends", "end") is { Length: > 0 } until ? AgendaTime.Parts(until).Begins : ends, Text(slot, "minutes"));
    }

    private static List<JsonElement> Places(JsonElement root) => All(root, "places", "rooms");

    private static List<JsonElement> All(JsonElement root, params string[] names) => Of(root, names) is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray()] : [];

    private static string Text(JsonElement from, params string[] names) => Of(from, names) is { } found ? Own(found) ?? "" : "";

    private static JsonElement? Of(JsonElement from, params string[] names)
    {
        if (from.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in names)
            foreach (var property in from.EnumerateObject())
                if (property.Value.ValueKind != JsonValueKind.Null && IsCalled(property, name)) return property.Value;
        return null;
    }

    /// <summary>Half a character in a name is no name that is looked for.</summary>
    private static bool IsCalled(JsonProperty property, string name)
    {
        try
        {
            return property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What it says itself. Half a character, which JSON can write and nobody can read, says nothing.</summary>
    private static string? Own(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return Clean.Text(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
