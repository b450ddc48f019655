namespace Leaderful.Yjs;

/// <summary>
/// Changes a text. A format is an item that says what holds from there on, so each change puts one where it begins, one that takes it
/// back where it ends, and removes those in between that have lost their meaning.
/// </summary>
internal static class TextEditor
{
    public static void Insert(Transaction change, Branch branch, long index, ItemContent content, IReadOnlyDictionary<string, object?>? formats)
    {
        if (branch.Formatted || formats is { Count: > 0 }) InsertFormatted(change, branch, index, content, formats);
        else ListEditor.InsertAt(change, branch, index, content);
    }

    static void InsertFormatted(Transaction change, Branch branch, long index, ItemContent content, IReadOnlyDictionary<string, object?>? formats)
    {
        var cursor = TextCursor.At(change, branch, index);
        var wanted = Wanted(cursor, formats ?? cursor.Formats);
        SkipWhatHolds(cursor, wanted);
        var negated = Begin(change, cursor, wanted);
        branch.Markers?.Inserted(index, content.Length);
        cursor.Insert(change, content);
        End(change, cursor, negated);
    }

    public static void Delete(Transaction change, Branch branch, long index, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var cursor = TextCursor.At(change, branch, index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, branch.Length - index);
        if (length == 0) return;
        var (before, first) = (new Dictionary<string, object?>(cursor.Formats, StringComparer.Ordinal), cursor.Right);
        for (var left = length; left > 0; cursor.Forward())
        {
            if (!cursor.Right!.Visible) continue;
            if (cursor.Right.Length > left) ListEditor.Cut(change, cursor.Right, left);
            left -= cursor.Right.Length;
            change.Delete(cursor.Right);
        }
        branch.Markers?.Deleted(index, length);
        if (branch.Formatted) FormatGap.Clean(change, first!, before);
    }

    public static void Format(Transaction change, Branch branch, long index, long length, IReadOnlyDictionary<string, object?> formats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var cursor = TextCursor.At(change, branch, index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, branch.Length - index);
        if (length == 0) return;
        SkipWhatHolds(cursor, formats);
        var negated = Begin(change, cursor, formats);
        while (cursor.Right is not null && (length > 0 || (negated.Count > 0 && !cursor.Right.Visible)))
        {
            if (cursor.Right is { Deleted: false, Content: FormatContent format } && formats.TryGetValue(format.Key, out var value))
            {
                var same = FormatSet.SameValue(value, format.Value);
                if (!same && length == 0) break;
                if (same) negated.Remove(format.Key);
                else negated[format.Key] = format.Value;
                change.Delete(cursor.Right);
            }
            else if (cursor.Right.Visible)
            {
                if (cursor.Right.Length > length) ListEditor.Cut(change, cursor.Right, length);
                length -= cursor.Right.Length;
            }
            cursor.Forward();
        }
        End(change, cursor, negated);
    }

    /// <summary>What was asked for, and no more: what holds already and is not asked for has to end.</summary>
    static Dictionary<string, object?> Wanted(TextCursor cursor, IReadOnlyDictionary<string, object?> formats)
    {
        var wanted = new Dictionary<string, object?>(formats, StringComparer.Ordinal);
        foreach (var key in cursor.Formats.Keys) wanted.TryAdd(key, null);
        return wanted;
    }

    static void SkipWhatHolds(TextCursor cursor, IReadOnlyDictionary<string, object?> wanted)
    {
        while (cursor.Right is { } right && (right.Deleted || (right.Content is FormatContent format && FormatSet.SameValue(wanted.GetValueOrDefault(format.Key), format.Value)))) cursor.Forward();
    }

    /// <summary>Lets formats begin, and says what held before.</summary>
    static Dictionary<string, object?> Begin(Transaction change, TextCursor cursor, IReadOnlyDictionary<string, object?> wanted)
    {
        Dictionary<string, object?> negated = new(StringComparer.Ordinal);
        foreach (var (key, value) in wanted)
        {
            var held = cursor.FormatOf(key);
            if (FormatSet.SameValue(held, value)) continue;
            negated[key] = held;
            cursor.Insert(change, new FormatContent(key, value));
        }
        return negated;
    }

    static void End(Transaction change, TextCursor cursor, Dictionary<string, object?> negated)
    {
        while (cursor.Right is { } right && (right.Deleted || (right.Content is FormatContent format && negated.TryGetValue(format.Key, out var value) && FormatSet.SameValue(value, format.Value))))
        {
            if (right is { Deleted: false, Content: FormatContent ending }) negated.Remove(ending.Key);
            cursor.Forward();
        }
        foreach (var (key, value) in negated) cursor.Insert(change, new FormatContent(key, value));
    }
}
