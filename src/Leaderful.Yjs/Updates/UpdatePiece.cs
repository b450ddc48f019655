using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>A struct of one of many updates that are merged: which update, where in it, and what it covers.</summary>
/// <param name="Update">The update's place in the list.</param>
/// <param name="Start">Where in the update the struct begins.</param>
/// <param name="Clock">The clock of its first element.</param>
/// <param name="Length">How many elements it has.</param>
/// <param name="Rank">What says more comes first: content, then that it was deleted, then that it was collected.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UpdatePiece(int Update, int Start, long Clock, long Length, int Rank)
{
    public long End => Clock + Length;

    public int Order(UpdatePiece other)
    {
        var order = Clock.CompareTo(other.Clock);
        if (order == 0) order = Rank.CompareTo(other.Rank);
        if (order == 0) order = other.Length.CompareTo(Length);
        if (order == 0) order = Update.CompareTo(other.Update);
        return order != 0 ? order : Start.CompareTo(other.Start);
    }
}
