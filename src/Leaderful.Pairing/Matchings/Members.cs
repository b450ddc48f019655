using System.Runtime.InteropServices;

namespace Leaderful.Pairing.Matchings;

/// <summary>A stretch of a chain of people, gone through with foreach and without an allocation.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Members(int[] next, int first, int last)
{
    int at = -1;

    public readonly int Current => at;

    public readonly Members GetEnumerator() => this;

    public bool MoveNext()
    {
        if (at == last) return false;
        at = at < 0 ? first : next[at];
        return true;
    }
}
