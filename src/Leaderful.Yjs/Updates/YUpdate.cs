using System.Diagnostics.CodeAnalysis;

namespace Leaderful.Yjs;

/// <summary>
/// Updates as bytes, without a document: checking, merging, what somebody lacks, and the change between the two formats. All
/// but <see cref="FromV2"/> read format V1, which Yjs sends unless told otherwise. All throw <see cref="YjsFormatException"/>,
/// and nothing else, for bytes that are no update; time and memory are in proportion to the bytes.
/// </summary>
public static class YUpdate
{
    /// <summary>The update that says nothing.</summary>
    public static ReadOnlyMemory<byte> Empty { get; } = new byte[] { 0, 0 };

    /// <summary>
    /// Reads an update through to its end, JSON in it included, and tells what is in it: whatever passes can be stored and sent on
    /// without making another client stumble.
    /// </summary>
    /// <exception cref="YjsFormatException">It is no update.</exception>
    public static UpdateInfo Inspect(ReadOnlySpan<byte> update) => UpdateInspector.Inspect(update);

    /// <summary>As <see cref="Inspect"/>, for bytes from strangers: false, with a sentence that says why, where they are no update.</summary>
    public static bool TryInspect(ReadOnlySpan<byte> update, [NotNullWhen(true)] out UpdateInfo? info, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (info, problem) = (Inspect(update), null);
            return true;
        }
        catch (YjsFormatException failure)
        {
            (info, problem) = (null, failure.Message);
            return false;
        }
    }

    /// <summary>
    /// One update that says what all of them say, in whatever order they are given; what several hold is in it once, and what one
    /// client typed in a row is one struct. Elements that are missing in between stay missing.
    /// </summary>
    /// <exception cref="YjsFormatException">One of them is no update.</exception>
    public static byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> updates) => UpdateMerger.Merge(updates);

    /// <summary>As <see cref="Merge(IReadOnlyList{ReadOnlyMemory{byte}})"/>.</summary>
    public static byte[] Merge(params IReadOnlyList<byte[]> updates) => UpdateMerger.Merge([.. updates.Select(u => (ReadOnlyMemory<byte>)u)]);

    /// <summary>The part of an update that is new to somebody with this state; its deletions are kept whole.</summary>
    /// <exception cref="YjsFormatException">It is no update.</exception>
    public static byte[] Diff(ReadOnlySpan<byte> update, StateVector known) => UpdateDiff.Diff(update, known);

    /// <summary>
    /// The update without what these clients wrote. Of texts, values and what is embedded only the place and the length are left, as
    /// of what was deleted, so that what others wrote beside it stays where it is; so are elements, in which others may have
    /// written, and what says how these stand: numbers, yes or no. Whoever has read the update before needs <see cref="YDoc.Erase"/>.
    /// </summary>
    /// <exception cref="YjsFormatException">It is no update.</exception>
    public static byte[] Erase(ReadOnlySpan<byte> update, IReadOnlySet<long> clients) => UpdateEraser.Erase(update, clients);

    /// <summary>The state of somebody who has only this update: what of it follows from the beginning without a gap.</summary>
    /// <exception cref="YjsFormatException">It is no update.</exception>
    public static StateVector StateVectorOf(ReadOnlySpan<byte> update) => UpdateInspector.StateVectorOf(update);

    /// <summary>An update of format V2 in format V1.</summary>
    /// <exception cref="YjsFormatException">It is no update of format V2.</exception>
    public static byte[] FromV2(ReadOnlySpan<byte> update) => V2ToV1.Convert(update);

    /// <summary>An update of format V1 in format V2.</summary>
    /// <exception cref="YjsFormatException">It is no update of format V1, or has a clock beyond 52 bits, for which format V2 has no room.</exception>
    public static byte[] ToV2(ReadOnlySpan<byte> update) => V1ToV2.Convert(update);
}
