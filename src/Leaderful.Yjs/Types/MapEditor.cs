namespace Leaderful.Yjs;

/// <summary>Sets and removes keys of a type.</summary>
internal static class MapEditor
{
    public static void Set(Transaction change, Branch branch, string key, ItemContent content) =>
        ListEditor.Insert(change, branch, branch.Newest(key), null, content, key);

    public static void Remove(Transaction change, Branch branch, string key)
    {
        if (branch.Newest(key) is { } item) change.Delete(item);
    }
}
