namespace Leaderful.Yjs;

/// <summary>What an item holds.</summary>
internal abstract class ItemContent
{
    /// <summary>Its number in the format.</summary>
    public abstract byte Ref { get; }

    /// <summary>How many elements it is.</summary>
    public virtual long Length => 1;

    /// <summary>Whether its elements take a place in a list.</summary>
    public virtual bool Countable => true;

    /// <summary>Keeps the elements before an offset and gives those behind it.</summary>
    public virtual ItemContent Split(long offset) => throw new InvalidOperationException("One element cannot be cut.");

    /// <summary>Takes in what follows, of the same kind.</summary>
    public virtual bool TryMerge(ItemContent right) => false;

    /// <summary>What there is to do when its item has its place.</summary>
    public virtual void Integrate(Item item, Transaction transaction) { }

    public abstract void Write(Lib0Writer writer, long offset);

    /// <summary>Adds its elements as a reader of a list or a map sees them.</summary>
    public abstract void AddValues(List<object?> values);
}
