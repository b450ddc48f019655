namespace Leaderful.Pages.Together;

/// <summary>
/// Our one addition to the messages of y-websocket, for those who ask for it: how many of the updates sent on this wire
/// are kept for good. Message 9, then the number as lib0 writes it.
/// </summary>
internal static class Acknowledgement
{
    public static ReadOnlyMemory<byte> Of(int count)
    {
        var (frame, length, left) = (new byte[6], 0, (uint)count);
        frame[length++] = 9;
        for (; left > 127; left >>= 7) frame[length++] = (byte)(128 | left);
        frame[length++] = (byte)left;
        return frame.AsMemory(0, length);
    }
}
