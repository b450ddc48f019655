namespace Leaderful.Yjs;

/// <summary>A run of one client's elements as a document keeps it: an <see cref="Item"/>, or what is left of one.</summary>
internal abstract class Struct(ClientLog log, long clock, long length)
{
    /// <summary>The list of its maker's structs, in which it is.</summary>
    public readonly ClientLog Log = log;

    public long Clock = clock;
    public long Length = length;

    public YId Id => new(Log.Client, Clock);

    public long End => Clock + Length;

    public YId LastId => new(Log.Client, End - 1);

    public abstract bool Deleted { get; }

    /// <summary>Takes in what follows it in the same log, if the two can be one.</summary>
    public abstract bool TryMerge(Struct right);

    /// <summary>Writes it in format V1, without its first elements.</summary>
    public abstract void Write(Lib0Writer writer, long offset);
}
