using System.Runtime.InteropServices;

namespace Leaderful.Pairing.Matchings;

/// <summary>
/// Something that becomes possible once the tree's prices have been moved by so much. Ordered by all it says, so that what comes
/// first among equals does not depend on the heap.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Event(long At, EventKind Kind, int One, int Other)
{
    public bool IsBefore(in Event other) =>
        At != other.At ? At < other.At : Kind != other.Kind ? Kind < other.Kind : One != other.One ? One < other.One : Other < other.Other;
}

internal enum EventKind
{
    /// <summary>Two outer blossoms of the tree meet: One is a person in the first, Other in the second.</summary>
    Join,

    /// <summary>The tree takes in what Other is in, from the outer person One.</summary>
    Grow,

    /// <summary>The inner blossom One has lost its price.</summary>
    Open,
}
