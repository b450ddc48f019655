namespace Leaderful.Yjs;

/// <summary>Where text was deleted, its formats stand without a meaning: of those with nothing to be seen between them, the last of each key counts.</summary>
internal static class FormatGap
{
    public static void Clean(Transaction change, Item first, Dictionary<string, object?> before)
    {
        var last = LastOfEach(first);
        for (var item = first; item is not null && !item.Visible; item = item.Right)
        {
            if (item is not { Deleted: false, Content: FormatContent format }) continue;
            if (last[format.Key] != format || FormatSet.SameValue(before.GetValueOrDefault(format.Key), format.Value)) change.Delete(item);
        }
    }

    static Dictionary<string, FormatContent> LastOfEach(Item first)
    {
        Dictionary<string, FormatContent> last = new(StringComparer.Ordinal);
        for (var item = first; item is not null && !item.Visible; item = item.Right)
        {
            if (item is { Deleted: false, Content: FormatContent format }) last[format.Key] = format;
        }
        return last;
    }
}
