using System.Text;

namespace Leaderful.Yjs;

/// <summary>A position as JSON: <c>{"type":{"client":1,"clock":2},"tname":null,"item":null,"assoc":0}</c>.</summary>
internal static class PositionJson
{
    public static string Write(RelativePosition position)
    {
        Dictionary<string, object?> json = [];
        if (position.Type is { } type) json["type"] = Id(type);
        if (position.TypeName is { } name) json["tname"] = name;
        if (position.Item is { } item) json["item"] = Id(item);
        json["assoc"] = position.Association;
        return JsonOutput.Write(json);
    }

    public static RelativePosition Read(string json)
    {
        if (JsonText.Read(Encoding.UTF8.GetBytes(json)) is not IReadOnlyDictionary<string, object?> values) throw Bad();
        var position = new RelativePosition(Id(values, "type"), values.GetValueOrDefault("tname") as string, Id(values, "item"), values.GetValueOrDefault("assoc") is double and < 0 ? -1 : 0);
        // Yjs tells the type beside the element too, and forgets it in bytes.
        if (position.Item is not null) return position with { Type = null, TypeName = null };
        return position is { Type: null, TypeName: null } ? throw Bad() : position;
    }

    static Dictionary<string, object?> Id(YId id) => new() { ["client"] = id.Client, ["clock"] = id.Clock };

    static YId? Id(IReadOnlyDictionary<string, object?> values, string key) => values.GetValueOrDefault(key) switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> id => new(Number(id, "client"), Number(id, "clock")),
        _ => throw Bad(),
    };

    static long Number(IReadOnlyDictionary<string, object?> values, string key) =>
        values.GetValueOrDefault(key) is double number and >= 0 and <= Lib0Reader.LargestInteger ? (long)number : throw Bad();

    static YjsFormatException Bad() => new("It is no position.");
}
