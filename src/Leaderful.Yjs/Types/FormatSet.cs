using System.Collections;

namespace Leaderful.Yjs;

/// <summary>The formats that hold at some place of a text.</summary>
internal static class FormatSet
{
    /// <summary>So many may hold at one place; further ones are passed over, for each run carries all of them.</summary>
    public const int Most = 64;

    /// <summary>Changes one; null takes it out.</summary>
    public static void Set(Dictionary<string, object?> formats, string key, object? value)
    {
        if (value is null) formats.Remove(key);
        else if (formats.Count < Most || formats.ContainsKey(key)) formats[key] = value;
    }

    public static bool Same(Dictionary<string, object?> left, Dictionary<string, object?> right) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(format => right.TryGetValue(format.Key, out var other) && SameValue(format.Value, other)));

    public static bool SameValue(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string a, string b) => a == b,
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && SameValue(pair.Value, value)),
        (IEnumerable, _) or (_, IEnumerable) => JsonOutput.Write(left) == JsonOutput.Write(right),
        _ => left.Equals(right),
    };
}
