using System.Collections;

namespace Leaderful.Yjs;

/// <summary>The formats that hold at some place of a text.</summary>
internal static class FormatSet
{
    /// <summary>The set with one changed; null takes it out. What was given stays as it is.</summary>
    public static Dictionary<string, object?> With(Dictionary<string, object?> formats, string key, object? value)
    {
        var changed = new Dictionary<string, object?>(formats, StringComparer.Ordinal);
        if (value is null) changed.Remove(key);
        else changed[key] = value;
        return changed;
    }

    public static bool Same(Dictionary<string, object?> left, Dictionary<string, object?> right) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(format => right.TryGetValue(format.Key, out var other) && SameValue(format.Value, other)));

    public static bool SameValue(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string a, string b) => a == b,
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && SameValue(pair.Value, value)),
        (IEnumerable, _) or (_, IEnumerable) => JsonText.Write(left) == JsonText.Write(right),
        _ => left.Equals(right),
    };
}
