using System.Runtime.InteropServices;

namespace Leaderful.Mime;

/// <summary>A stretch of whole lines of a mail's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units; never 0.</param>
/// <param name="Depth">How many times quoted: 1 and more for <see cref="MailTextKind.Quoted"/>, else 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MailTextSegment(MailTextKind Kind, int Start, int Length, int Depth)
{
    /// <summary>The segment's part of the text it was split from.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
