using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>A run of one client's elements that somebody deleted.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DeleteRange(long Clock, long Length)
{
    public long End => Clock + Length;
}
