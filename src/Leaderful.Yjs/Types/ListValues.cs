namespace Leaderful.Yjs;

/// <summary>What stands in the list of a type.</summary>
internal static class ListValues
{
    public static IEnumerable<Item> Visible(Branch branch)
    {
        for (var item = branch.Start; item is not null; item = item.Right)
        {
            if (item.Visible) yield return item;
        }
    }

    public static List<object?> All(Branch branch)
    {
        List<object?> values = [];
        foreach (var item in Visible(branch)) item.Content.AddValues(values);
        return values;
    }

    public static object? At(Branch branch, long index)
    {
        foreach (var item in Visible(branch))
        {
            if (index < item.Length) return At(item, (int)index);
            index -= item.Length;
        }
        throw new ArgumentOutOfRangeException(nameof(index));
    }

    static object? At(Item item, int index)
    {
        List<object?> values = [];
        item.Content.AddValues(values);
        return values[index];
    }
}
