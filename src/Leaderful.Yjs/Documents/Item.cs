namespace Leaderful.Yjs;

/// <summary>A run of elements with content, in a list of items or behind a key of a <see cref="Branch"/>.</summary>
internal sealed class Item : Struct
{
    bool deleted;

    public Item(ClientLog log, long clock, YId origin, YId rightOrigin, ItemContent content) : base(log, clock, content.Length)
    {
        (Origin, RightOrigin, Content) = (origin, rightOrigin, content);
    }

    /// <summary>What stood left of it when it was made.</summary>
    public YId Origin;

    /// <summary>What stood right of it when it was made.</summary>
    public YId RightOrigin;

    public Item? Left;
    public Item? Right;

    /// <summary>What it is in; before it is integrated, null means: what its neighbours are in.</summary>
    public Branch? Parent;

    /// <summary>Until it is integrated, the item that holds its parent, where the update names that one.</summary>
    public YId ParentId = YId.None;

    /// <summary>The key it is the value of; null in a list.</summary>
    public string? Key;

    public ItemContent Content;

    /// <summary>Whether a <see cref="SearchMarkers"/> points at it.</summary>
    public bool Marked;

    /// <summary>When an item that looked for its place last came by: see <see cref="Integration"/>.</summary>
    public int SeenBy, ConflictsWith;

    public override bool Deleted => deleted;

    /// <summary>Whether it takes a place in its list.</summary>
    public bool Visible => !deleted && Content.Countable;

    public void MarkDeleted() => deleted = true;

    public override bool TryMerge(Struct right) => right is Item next && CanMerge(next) && Absorb(next);

    public override void Write(Lib0Writer writer, long offset)
    {
        var origin = offset > 0 ? new YId(Log.Client, Clock + offset - 1) : Origin;
        writer.WriteByte((byte)(Content.Ref
            | (origin.IsNone ? 0 : InfoByte.HasOrigin)
            | (RightOrigin.IsNone ? 0 : InfoByte.HasRightOrigin)
            | (Key is null ? 0 : InfoByte.HasKey)));
        if (!origin.IsNone) writer.WriteId(origin);
        if (!RightOrigin.IsNone) writer.WriteId(RightOrigin);
        if (origin.IsNone && RightOrigin.IsNone) WriteParent(writer);
        Content.Write(writer, offset);
    }

    /// <summary>
    /// Cuts it in two. The right part names the left one as its origin, and keeps the right origin: so it would have come, had it
    /// been made apart.
    /// </summary>
    public Item Split(long offset)
    {
        var right = new Item(Log, Clock + offset, new(Log.Client, Clock + offset - 1), RightOrigin, Content.Split(offset))
        {
            Left = this, Right = Right, Parent = Parent, Key = Key, deleted = deleted,
        };
        if (Right is not null) Right.Left = right;
        else if (Key is not null) Parent!.Values[Key] = right;
        (Right, Length) = (right, offset);
        return right;
    }

    /// <summary>Whether an item would be this one's continuation: as though both had been made at once, and nothing stands between them.</summary>
    bool CanMerge(Item next) =>
        Right == next && End == next.Clock && deleted == next.deleted
        && next.Origin == LastId && RightOrigin == next.RightOrigin && Content.Ref == next.Content.Ref;

    bool Absorb(Item next)
    {
        if (!Content.TryMerge(next.Content)) return false;
        if (next.Marked) Parent!.Markers?.Moved(next, this);
        Right = next.Right;
        if (Right is not null) Right.Left = this;
        else if (Key is not null) Parent!.Values[Key] = this;
        Length += next.Length;
        return true;
    }

    void WriteParent(Lib0Writer writer)
    {
        if (Parent is null) writer.WriteVarUint(0);
        else writer.WriteVarUint(Parent.Item is null ? 1 : 0);
        if (Parent?.Name is { } name) writer.WriteString(name);
        else writer.WriteId(Parent?.Item?.Id ?? ParentId);
        if (Key is not null) writer.WriteString(Key);
    }
}
