using System.Buffers;
using System.Data.Common;
using System.Net.WebSockets;
using Leaderful.Accounts;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>One follower of a page: the wire to their browser, and what waits to be sent on it.</summary>
internal sealed class PageSocket(WebSocket wire, Reader reader, string token, bool wantsAcknowledgements, bool mayWrite) : IDisposable
{
    public const WebSocketCloseStatus NotTheirs = (WebSocketCloseStatus)4403;
    public const WebSocketCloseStatus NotThere = (WebSocketCloseStatus)4404;
    public const WebSocketCloseStatus TooSlow = (WebSocketCloseStatus)1013;
    public const WebSocketCloseStatus Restarting = (WebSocketCloseStatus)1012;

    /// <summary>Why nothing is taken from somebody.</summary>
    public const string ReadOnly = "read only";
    public const string Full = "the page is full";
    private const string TooMuch = "too much at once";

    private const int LongestMessage = 1 << 20;
    private const int MostUnread = 8 << 20;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly Queue<ReadOnlyMemory<byte>> unread = [];
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private bool isOver;
    private bool isSending;
    private int unreadBytes;
    private int kept;
    private int acknowledged;
    private WebSocketCloseStatus? why;
    private string? denied;

    public Reader Reader { get; set; } = reader;
    public string Token => token;
    public string Name => Reader.Name;
    public bool MayWrite { get; private set; } = mayWrite;

    /// <summary>Whether they have sent anything since they came.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>Asks whether they may go on.</summary>
    public Action? Looking { get; set; }

    public void Look() => Looking?.Invoke();

    /// <summary>They are told at once that nothing more is taken from them, and why.</summary>
    public void Deny(string why)
    {
        MayWrite = false;
        if (denied == why) return;
        denied = why;
        Send(YMessage.PermissionDenied(why));
    }

    /// <summary>Whether they may write changed. Whoever may again comes back, and is asked for what they have.</summary>
    public void Allow(bool isOpen)
    {
        if (!isOpen) Deny(ReadOnly);
        else if (denied == ReadOnly) End(Restarting);
    }

    /// <summary>They are told that the page is not theirs any more.</summary>
    public void LetGo()
    {
        Send(YMessage.PermissionDenied("no longer theirs"));
        End(NotTheirs);
    }

    /// <summary>Whoever reads too slowly is let go, and catches up when they come back.</summary>
    public void Send(ReadOnlyMemory<byte> frame)
    {
        lock (gate)
        {
            if (why is not null) return;
            unread.Enqueue(frame);
            Interlocked.Add(ref unreadBytes, frame.Length);
        }
        if (unreadBytes > MostUnread) End(TooSlow);
        else Begin();
    }

    /// <summary>One more of what they sent is kept for good.</summary>
    public void Count() => kept++;

    /// <summary>They are told how many are, where that is news.</summary>
    public void Acknowledge()
    {
        if (acknowledged == kept) return;
        acknowledged = kept;
        if (wantsAcknowledgements) Send(Acknowledgement.Of(kept));
    }

    /// <summary>What is on its way still goes out, but to those who are too slow.</summary>
    public void End(WebSocketCloseStatus status)
    {
        lock (gate)
        {
            why ??= status;
            if (isOver) return;
            ended.CancelAfter(Farewell);
        }
        Begin();
    }

    /// <summary>Sends until it ends. First comes <paramref name="greet"/>; <paramref name="hear"/> is given each message, one after the other.</summary>
    public async Task Run(Func<Task> greet, Func<ReadOnlyMemory<byte>, Task> hear, CancellationToken gone)
    {
        using var leaving = gone.UnsafeRegister(static socket => ((PageSocket)socket!).End(WebSocketCloseStatus.EndpointUnavailable), this);
        // Once for all, for a wait that can be cancelled costs more than to send.
        using var cutting = ended.Token.UnsafeRegister(static wire => ((WebSocket)wire!).Abort(), wire);
        try
        {
            await greet();
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
        catch (DbException)
        {
            // What cannot be read now can be in a moment: they come back.
            End(Restarting);
        }
        End(WebSocketCloseStatus.NormalClosure);
        await sent.Task;
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
                var (length, isTooMuch) = (0, false);
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length) buffer = Larger(buffer);
                    part = await wire.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                    // The rest of it is passed over. Hung up on, their editor would come back and send the same again.
                    if (length > LongestMessage) (length, isTooMuch) = (0, true);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close || why is not null) return;
                if (isTooMuch) Deny(TooMuch);
                else await hear(buffer.AsMemory(0, length));
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

    private void Begin()
    {
        lock (gate)
        {
            if (isSending || (unread.Count == 0 && why is null)) return;
            isSending = true;
        }
        _ = SendAll();
    }

    /// <summary>Whoever has something to say sends it themselves, so far as the wire takes it at once.</summary>
    private async Task SendAll()
    {
        try
        {
            WebSocketCloseStatus? end;
            while (Next(out end) is { } frame)
            {
                await wire.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                Interlocked.Add(ref unreadBytes, -frame.Length);
            }
            if (end is not { } status) return;
            await wire.CloseOutputAsync(status, null, CancellationToken.None);
            sent.TrySetResult();
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            wire.Abort();
            sent.TrySetResult();
        }
    }

    /// <summary>Nothing where there is no more, and then somebody else may begin; or nobody, at the end.</summary>
    private ReadOnlyMemory<byte>? Next(out WebSocketCloseStatus? end)
    {
        lock (gate)
        {
            end = why;
            if (why != TooSlow && unread.TryDequeue(out var frame)) return frame;
            isSending = why is not null;
            return null;
        }
    }
}
