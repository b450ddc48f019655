using System.Net.WebSockets;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Soak.Together;
using Leaderful.Yjs;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Somebody writing on a page with a Yjs client of their own, as an editor in a browser does.</summary>
public sealed class Hand : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly WebSocket wire;
    private readonly Task hearing;
    private readonly Lock gate = new();
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Hand(WebSocket wire, YDoc doc)
    {
        (this.wire, Doc) = (wire, doc);
        hearing = Task.Run(Hear);
    }

    public YDoc Doc { get; }
    public int Acknowledged { get; private set; }
    public int Sent { get; private set; }
    public bool IsInStep { get; private set; }
    public bool IsDenied { get; private set; }
    public WebSocketCloseStatus? Ended { get; private set; }
    public List<AwarenessState> Here { get; } = [];

    public string Text
    {
        get { lock (gate) return string.Join('\n', Doc.GetXmlFragment("default").Children.OfType<YXmlElement>().Select(p => string.Concat(p.Children.OfType<YXmlText>()))); }
    }

    /// <summary>Takes up a page, and waits until it has what is there; with a document that was written on elsewhere, it brings that.</summary>
    public static async Task<Hand> On(World world, Visitor who, Id<Page> id, YDoc? doc = null, string? origin = null, bool isElsewhere = false)
    {
        var hand = new Hand(await Wire(world, who, id, origin, isElsewhere), doc ?? new YDoc());
        await hand.Send(YMessage.SyncStep1(hand.Doc.GetStateVector()));
        await hand.Until(() => hand.IsInStep || hand.Ended is not null);
        return hand;
    }

    public static Task<WebSocket> Wire(World world, Visitor who, Id<Page> id, string? origin = null, bool isElsewhere = false)
    {
        var sockets = isElsewhere ? world.SocketsElsewhere() : world.Sockets();
        sockets.ConfigureRequest = request =>
        {
            if (who.Token is { } token) request.Headers.Cookie = $"leaderful={token}";
            if (origin is not null) request.Headers.Origin = origin;
        };
        return sockets.ConnectAsync(new Uri(world.Address, $"/live/pages/{id}?acks=1"), default);
    }

    /// <summary>A paragraph at the end of the page.</summary>
    public Task Write(string text)
    {
        byte[]? update;
        lock (gate) update = Doc.Transact(() => Doc.GetXmlFragment("default").AddElement("paragraph").AddText(text));
        return SendUpdate(update!);
    }

    /// <summary>Takes away the paragraph at a place.</summary>
    public Task Erase(int place)
    {
        byte[]? update;
        lock (gate) update = Doc.Transact(() => Doc.GetXmlFragment("default").Delete(place));
        return SendUpdate(update!);
    }

    public Task SendUpdate(byte[] update)
    {
        Sent++;
        return Send(YMessage.Update(update));
    }

    public Task Tell(AwarenessState state) => Send(YMessage.AwarenessUpdate(AwarenessUpdate.Encode([state])));

    /// <summary>Whoever was let go just now is not heard any more.</summary>
    public async Task Send(ReadOnlyMemory<byte> frame)
    {
        try
        {
            await wire.SendAsync(frame, WebSocketMessageType.Binary, true, default);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException)
        {
            await hearing;
        }
    }

    /// <summary>Until everything that was sent is kept for good.</summary>
    public Task Kept() => Until(() => Acknowledged >= Sent);

    public async Task Until(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (isSo()) return;
                next = heard.Task;
            }
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It did not come to that: in step {IsInStep}, {Acknowledged} of {Sent} kept, denied {IsDenied}, ended {Ended}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (wire.State == WebSocketState.Open) await wire.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        await hearing;
        wire.Dispose();
    }

    private async Task Hear()
    {
        try
        {
            await wire.HearAll(Take);
            Note(() => Ended = wire.CloseStatus);
            if (wire.State == WebSocketState.CloseReceived) await wire.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            Note(() => Ended ??= WebSocketCloseStatus.Empty);
        }
    }

    private async Task Take(ReadOnlyMemory<byte> frame)
    {
        if (frame.Span[0] == 9)
        {
            Note(() => Acknowledged = frame.Span[1]);
            return;
        }
        var message = YMessage.Read(frame);
        switch (message.Kind)
        {
            case YMessageKind.SyncStep1:
                byte[] lacks;
                lock (gate) lacks = Doc.EncodeStateAsUpdate(StateVector.Decode(message.Payload.Span));
                Sent++;
                await Send(YMessage.SyncStep2(lacks));
                break;
            case YMessageKind.SyncStep2:
                Note(() => { Doc.ApplyUpdate(message.Payload.Span); IsInStep = true; });
                break;
            case YMessageKind.Update:
                Note(() => Doc.ApplyUpdate(message.Payload.Span));
                break;
            case YMessageKind.Awareness:
                Note(() => Here.AddRange(AwarenessUpdate.Decode(message.Payload.Span)));
                break;
            case YMessageKind.PermissionDenied:
                Note(() => IsDenied = true);
                break;
        }
    }

    private void Note(Action what)
    {
        lock (gate)
        {
            what();
            heard.TrySetResult();
            heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
