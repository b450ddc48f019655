namespace Leaderful.Yjs;

/// <summary>A place between two items of a text, and the formats that hold there.</summary>
internal sealed class TextCursor(Branch branch)
{
    public Branch Branch { get; } = branch;

    public Item? Left { get; set; }

    public Item? Right { get; set; } = branch.Start;

    public Dictionary<string, object?> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>Goes to an index, cutting an item that lies across it.</summary>
    public static TextCursor At(Transaction change, Branch branch, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, branch.Length);
        var cursor = new TextCursor(branch);
        if (branch.Formatted) cursor.Advance(change, index);
        else (cursor.Left, cursor.Right) = ListEditor.Find(change, branch, index);
        return cursor;
    }

    public object? FormatOf(string key) => Formats.GetValueOrDefault(key);

    public void Forward()
    {
        if (Right is { Deleted: false, Content: FormatContent format }) FormatSet.Set(Formats, format.Key, format.Value);
        (Left, Right) = (Right, Right!.Right);
    }

    public void Insert(Transaction change, ItemContent content)
    {
        Left = ListEditor.Insert(change, Branch, Left, Right, content);
        Right = Left.Right;
        if (content is FormatContent format) FormatSet.Set(Formats, format.Key, format.Value);
    }

    void Advance(Transaction change, long index)
    {
        for (; index > 0; Forward())
        {
            if (!Right!.Visible) continue;
            if (Right.Length > index) ListEditor.Cut(change, Right, index);
            index -= Right.Length;
        }
    }
}
