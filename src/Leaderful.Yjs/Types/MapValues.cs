namespace Leaderful.Yjs;

/// <summary>What stands behind the keys of a type.</summary>
internal static class MapValues
{
    public static IEnumerable<string> Keys(Branch branch) =>
        branch.HasValues ? branch.Values.Where(value => !value.Value.Deleted).Select(value => value.Key) : [];

    public static object? Get(Branch branch, string key) =>
        branch.Newest(key) is { Deleted: false } item ? Value(item) : YUndefined.Value;

    public static Dictionary<string, object?> All(Branch branch) =>
        Keys(branch).ToDictionary(key => key, key => Get(branch, key), StringComparer.Ordinal);

    /// <summary>One that was set several times in a row may be one item: the last counts.</summary>
    static object? Value(Item item)
    {
        List<object?> values = [];
        item.Content.AddValues(values);
        return values is [.., var last] ? last : YUndefined.Value;
    }
}
