using System.Net.WebSockets;

namespace Leaderful.Soak.Together;

public static class Messages
{
    /// <summary>Gives whatever comes over a wire, message by message, until the other side closes it.</summary>
    public static async Task HearAll(this WebSocket wire, Func<ReadOnlyMemory<byte>, Task> take)
    {
        var buffer = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
                part = await wire.ReceiveAsync(buffer.AsMemory(length), default);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) return;
            await take(buffer.AsMemory(0, length));
        }
    }
}
