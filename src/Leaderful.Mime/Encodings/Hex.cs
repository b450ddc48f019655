namespace Leaderful.Mime;

/// <summary>Hexadecimal digits of either case.</summary>
internal static class Hex
{
    public static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    /// <summary>The byte two digits stand for, or -1.</summary>
    public static int Pair(byte high, byte low) => Digit(high) is var h and >= 0 && Digit(low) is var l and >= 0 ? (h << 4) | l : -1;
}
