using System.Globalization;
using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>The name of one element of a document: who made it, and the how-manieth of theirs it is. A character is one UTF-16 unit.</summary>
/// <param name="Client">The client's id, up to 53 bits; one per session of an editor.</param>
/// <param name="Clock">How many elements that client had made before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YId(long Client, long Clock)
{
    /// <summary>No element: an item without a neighbour on that side.</summary>
    internal static YId None => new(-1, -1);

    internal bool IsNone => Clock < 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Client}:{Clock}");
}
