namespace Leaderful.Shared.Markdown;

/// <summary>The part of both sequences that is being divided.</summary>
internal sealed record DiffWindow(int[] Before, int[] After, int A0, int A1, int B0, int B1)
{
    public int Width => A1 - A0;

    public int Height => B1 - B0;

    public bool SameFromStart(int x, int y) => Before[A0 + x] == After[B0 + y];

    public bool SameFromEnd(int x, int y) => Before[A1 - 1 - x] == After[B1 - 1 - y];
}
