namespace Leaderful.Yjs;

/// <summary>The first byte of a struct: what it holds, and which of its neighbours are named.</summary>
internal static class InfoByte
{
    public const byte HasOrigin = 0x80;
    public const byte HasRightOrigin = 0x40;
    public const byte HasKey = 0x20;
    public const byte ContentMask = 0x1F;

    public static int Content(byte info) => info & ContentMask;

    /// <summary>Whether the parent is written out: with a neighbour it is the neighbour's.</summary>
    public static bool NamesParent(byte info) => (info & (HasOrigin | HasRightOrigin)) == 0;
}
