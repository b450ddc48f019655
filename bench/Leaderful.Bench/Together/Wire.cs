using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Leaderful.Bench.Together;

/// <summary>
/// A WebSocket at its barest, since the load shares one core: frames go out as they are (masked with nothing, which the server
/// undoes all the same), and as many as have come are read at once.
/// </summary>
internal sealed class Wire(Socket socket, Action<ReadOnlyMemory<byte>> hear) : IDisposable
{
    private const int LongestHeader = 14;

    private readonly byte[] sending = new byte[1 << 16];

    public static async Task<Wire> To(Uri address, string cookie, Action<ReadOnlyMemory<byte>> hear)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var asking = $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(new byte[16])}\r\nCookie: leaderful={cookie}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(asking));
        var wire = new Wire(socket, hear);
        var (buffer, length, end) = (new byte[1 << 16], 0, -1);
        while (end < 0)
        {
            length += await socket.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var more ? more : throw new IOException("The server hung up.");
            end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 101"u8)) throw new IOException(Encoding.ASCII.GetString(buffer, 0, length));
        _ = wire.HearAll(buffer, end + 4, length);
        return wire;
    }

    /// <summary>One message, in one frame.</summary>
    public void Send(ReadOnlySpan<byte> message)
    {
        var frame = message.Length + LongestHeader <= sending.Length ? sending : new byte[message.Length + LongestHeader];
        lock (sending)
        {
            frame[0] = 0x82;
            var header = message.Length switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };
            frame[1] = (byte)(0x80 | (header switch { 2 => message.Length, 4 => 126, _ => 127 }));
            if (header == 4) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)message.Length);
            if (header == 10) BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)message.Length);
            frame.AsSpan(header, 4).Clear();
            message.CopyTo(frame.AsSpan(header + 4));
            socket.Send(frame.AsSpan(0, header + 4 + message.Length));
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task HearAll(byte[] buffer, int from, int to)
    {
        try
        {
            while (true)
            {
                while (Take(buffer.AsMemory(from, to - from)) is > 0 and var taken) from += taken;
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
                if (to == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
                var more = await socket.ReceiveAsync(buffer.AsMemory(to));
                if (more == 0) return;
                to += more;
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Whoever counts what arrived sees that no more does.
        }
    }

    /// <summary>How many bytes the first frame has; none while a part of it is missing.</summary>
    private int Take(ReadOnlyMemory<byte> bytes)
    {
        var read = bytes.Span;
        if (read.Length < 2) return 0;
        var header = (read[1] & 0x7F) switch { 126 => 4, 127 => 10, _ => 2 };
        if (read.Length < header) return 0;
        var length = header switch { 4 => BinaryPrimitives.ReadUInt16BigEndian(read[2..]), 10 => (int)BinaryPrimitives.ReadUInt64BigEndian(read[2..]), _ => read[1] & 0x7F };
        if (read.Length < header + length) return 0;
        // Of what is no message only a ping is to be answered, and none comes in a run this short.
        if ((read[0] & 0x0F) == 2) hear(bytes.Slice(header, length));
        return header + length;
    }
}
