using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using Leaderful.Accounts;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>One follower of a page: the wire to their browser, and what waits to be sent on it.</summary>
internal sealed class PageSocket(WebSocket wire, Session session, string token, bool wantsAcknowledgements) : IDisposable
{
    public const WebSocketCloseStatus NotTheirs = (WebSocketCloseStatus)4403;
    public const WebSocketCloseStatus NotThere = (WebSocketCloseStatus)4404;
    public const WebSocketCloseStatus TooSlow = (WebSocketCloseStatus)1013;
    public const WebSocketCloseStatus Restarting = (WebSocketCloseStatus)1012;

    private const int LongestMessage = 1 << 20;
    private const int MostUnread = 8 << 20;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly Channel<ReadOnlyMemory<byte>> unread = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private bool isOver;
    private int unreadBytes;
    private int acknowledged;
    private WebSocketCloseStatus? why;

    public Session Session { get; set; } = session;
    public string Token => token;
    public string Name => Session.Name;
    public bool MayWrite { get; set; }

    /// <summary>Whether they have sent anything since they came.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>Whether it was said already that nothing is taken from them.</summary>
    public bool IsTold { get; set; }

    /// <summary>Asks whether they may go on.</summary>
    public Action? Looking { get; set; }

    public void Look() => Looking?.Invoke();

    /// <summary>They are told that the page is not theirs any more.</summary>
    public void LetGo()
    {
        Send(YMessage.PermissionDenied("no longer theirs"));
        End(NotTheirs);
    }

    /// <summary>Whoever reads too slowly is let go, and catches up when they come back.</summary>
    public void Send(ReadOnlyMemory<byte> frame)
    {
        if (Interlocked.Add(ref unreadBytes, frame.Length) > MostUnread) End(TooSlow);
        else unread.Writer.TryWrite(frame);
    }

    /// <summary>One more of what they sent is kept for good.</summary>
    public void Acknowledge()
    {
        var all = Interlocked.Increment(ref acknowledged);
        if (wantsAcknowledgements) Send(Acknowledgement.Of(all));
    }

    /// <summary>What is on its way still goes out, but to those who are too slow.</summary>
    public void End(WebSocketCloseStatus status)
    {
        why ??= status;
        unread.Writer.TryComplete();
        lock (gate)
        {
            if (!isOver) ended.CancelAfter(Farewell);
        }
    }

    /// <summary>Sends until it ends. <paramref name="hear"/> is given each message, one after the other.</summary>
    public async Task Run(Func<ReadOnlyMemory<byte>, Task> hear, CancellationToken gone)
    {
        using var leaving = gone.UnsafeRegister(static socket => ((PageSocket)socket!).End(WebSocketCloseStatus.EndpointUnavailable), this);
        var sending = SendAll();
        try
        {
            await HearAll(hear);
        }
        catch (YjsFormatException)
        {
            End(WebSocketCloseStatus.InvalidPayloadData);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException)
        {
            ended.Cancel();
        }
        End(WebSocketCloseStatus.NormalClosure);
        await sending;
    }

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            ended.Dispose();
        }
    }

    private async Task HearAll(Func<ReadOnlyMemory<byte>, Task> hear)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length) buffer = Larger(buffer);
                    part = await wire.ReceiveAsync(buffer.AsMemory(length), ended.Token);
                    length += part.Count;
                    if (length > LongestMessage)
                    {
                        End(WebSocketCloseStatus.MessageTooBig);
                        return;
                    }
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close || why is not null) return;
                await hear(buffer.AsMemory(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private async Task SendAll()
    {
        try
        {
            await foreach (var frame in unread.Reader.ReadAllAsync(ended.Token))
            {
                if (why == TooSlow) break;
                await wire.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, ended.Token);
                Interlocked.Add(ref unreadBytes, -frame.Length);
            }
            await wire.CloseOutputAsync(why ?? WebSocketCloseStatus.NormalClosure, null, ended.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            wire.Abort();
        }
    }
}
