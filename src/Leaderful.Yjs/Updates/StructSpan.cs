using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>One struct of an update in format V1, and where its bytes are. Its content is not decoded.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct StructSpan
{
    public long Client;
    public long Clock;
    public long Length;
    public byte Info;

    /// <summary>Where the info byte is.</summary>
    public int Start;

    /// <summary>Where the parent begins, if it is written out; else as <see cref="ContentStart"/>.</summary>
    public int ParentStart;

    /// <summary>Where what follows the header begins.</summary>
    public int ContentStart;

    public int End;
    public YId Origin;
    public YId RightOrigin;

    public readonly int Content => InfoByte.Content(Info);

    public readonly long EndClock => Clock + Length;
}
