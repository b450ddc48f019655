using System.Runtime.InteropServices;

namespace Leaderful.Conversations;

/// <summary>Which posts of a long conversation are shown: fifty, around the reader's place.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReadingWindow(int From, int To, int Last)
{
    public const int Size = 50;
    private const int Before = 5;

    public bool ReachesEnd => To >= Last;
    public int? Earlier => From > 1 ? Math.Max(1, From - Size) : null;
    public int? Later => ReachesEnd ? null : To + 1;

    public static ReadingWindow Around(int readUpTo, int last) => Starting(readUpTo + 1 - Before, last);

    public static ReadingWindow At(int number, int last) => Starting(number - Before, last);

    /// <summary>Asked for by its first number; where that leaves fewer than fifty at the end, the last fifty.</summary>
    public static ReadingWindow Starting(int from, int last)
    {
        from = Math.Clamp(from, 1, Math.Max(1, last - Size + 1));
        return new(from, Math.Min(from + Size - 1, last), last);
    }

    /// <summary>How far somebody has read who saw this window: nothing they jumped over counts, unless they went to the end.</summary>
    public int Reads(int readUpTo) => From <= readUpTo + 1 || ReachesEnd ? To : readUpTo;
}
