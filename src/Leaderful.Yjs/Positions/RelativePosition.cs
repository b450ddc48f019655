namespace Leaderful.Yjs;

/// <summary>
/// A place in a type that holds on to an element, and so stays where it is however much is written around it. Where the element is
/// deleted, the place is where it was. For comments on a passage take two: the beginning holds on to what follows, the end to
/// what goes before.
/// </summary>
/// <param name="Type">The element that holds the type, for a place at its end; else null.</param>
/// <param name="TypeName">The type's name, for a place at the end of a type with a name; else null.</param>
/// <param name="Item">The element it holds on to; null at the end of a type.</param>
/// <param name="Association">Below 0 it holds on to what goes before, else to what follows.</param>
public sealed record RelativePosition(YId? Type, string? TypeName, YId? Item, int Association = 0)
{
    const int ByItem = 0;
    const int ByName = 1;
    const int ByType = 2;

    /// <summary>The place before an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative; one beyond the end is the end.</exception>
    public static RelativePosition At(YType type, long index, int association = 0)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return PositionFinder.Find(type.Branch, index, association);
    }

    /// <summary>Reads a position as Yjs encodes it.</summary>
    /// <exception cref="YjsFormatException">The bytes are no position.</exception>
    public static RelativePosition Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new Lib0Reader(bytes);
        var position = reader.ReadVarUint() switch
        {
            ByItem => new RelativePosition(null, null, reader.ReadId()),
            ByName => new RelativePosition(null, reader.ReadString(), null),
            ByType => new RelativePosition(reader.ReadId(), null, null),
            _ => throw new YjsFormatException("A position is of an unknown kind."),
        };
        if (reader.Remaining == 0) return position;
        var (size, negative) = reader.ReadVarInt();
        return position with { Association = (int)Math.Min(size, int.MaxValue) * (negative ? -1 : 1) };
    }

    /// <summary>Reads a position from JSON, as browsers keep it.</summary>
    /// <exception cref="YjsFormatException">It is no position.</exception>
    public static RelativePosition FromJson(string json) => PositionJson.Read(json);

    /// <summary>The position as JSON, as browsers keep it.</summary>
    public string ToJson() => PositionJson.Write(this);

    /// <summary>The bytes Yjs would write.</summary>
    public byte[] Encode()
    {
        var writer = new Lib0Writer(16);
        writer.WriteVarUint(Item is not null ? ByItem : TypeName is not null ? ByName : ByType);
        if (Item is null && TypeName is not null) writer.WriteString(TypeName);
        else writer.WriteId(Item ?? Type ?? throw new InvalidOperationException("A position names an element or a type."));
        writer.WriteVarInt(Association);
        return writer.ToArray();
    }

    /// <summary>Where the place is in a document now; null if the document does not know it, or no longer does.</summary>
    public AbsolutePosition? Resolve(YDoc document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PositionFinder.Resolve(this, document);
    }
}
