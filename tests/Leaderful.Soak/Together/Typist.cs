using System.Net.WebSockets;
using Leaderful.Yjs;

namespace Leaderful.Soak.Together;

/// <summary>
/// Somebody on a page, with a Yjs client of their own as an editor has it: types a letter now and then, keeps what the server did not
/// take, and knows what it has said.
/// </summary>
public sealed class Typist(string page, string cookie) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly YDoc doc = new();

    /// <summary>How far this document was after each message sent on this wire.</summary>
    private readonly List<long> sent = [];
    private YXmlText? text;
    private ClientWebSocket? wire;
    private Task hearing = Task.CompletedTask;
    private bool isSynced;
    private bool isAsked;
    private int acknowledged;
    private long kept;

    public string Page => page;

    /// <summary>What the server had and everything of ours is kept.</summary>
    public bool IsInStep
    {
        get { lock (gate) return isSynced && isAsked && acknowledged >= sent.Count; }
    }

    public bool IsConnected => wire?.State == WebSocketState.Open;

    /// <summary>Letters of ours that are kept for good, as the server said.</summary>
    public long Kept
    {
        get { lock (gate) return kept; }
    }

    public string Text
    {
        get { lock (gate) return string.Join('\n', doc.GetXmlFragment("default").Children.OfType<YXmlElement>().Select(p => string.Concat(p.Children))); }
    }

    /// <summary>Of each client what must be there for good: of the others what was shown here, of our own what was said to be kept.</summary>
    public IReadOnlyList<(long Client, long Clock)> Certain()
    {
        lock (gate)
        {
            var state = doc.GetStateVector();
            return [.. state.Clients.Select(c => (c, c == doc.ClientId ? kept : state[c]))];
        }
    }

    /// <summary>Of what must be there, how much is not here.</summary>
    public long Lacks(IEnumerable<(long Client, long Clock)> certain)
    {
        lock (gate)
        {
            var state = doc.GetStateVector();
            return certain.Sum(c => Math.Max(0, c.Clock - state[c.Client]));
        }
    }

    /// <summary>Takes up the page on a node; false where it is not to be reached.</summary>
    public async Task<bool> Join(Uri node)
    {
        await Leave();
        var fresh = new ClientWebSocket();
        fresh.Options.SetRequestHeader("Cookie", $"leaderful={cookie}");
        try
        {
            await fresh.ConnectAsync(new Uri($"ws://{node.Authority}/live/pages/{page}?acks=1"), default);
        }
        catch (WebSocketException)
        {
            fresh.Dispose();
            return false;
        }
        lock (gate)
        {
            (wire, isSynced, isAsked, acknowledged) = (fresh, false, false, 0);
            sent.Clear();
        }
        hearing = Task.Run(() => Hear(fresh));
        await Send(() => YMessage.SyncStep1(doc.GetStateVector()));
        return true;
    }

    /// <summary>The wire is cut, whatever was on its way.</summary>
    public async Task Leave()
    {
        wire?.Abort();
        await hearing;
        wire?.Dispose();
        wire = null;
    }

    public Task Type() => Send(() =>
    {
        // While nobody has said what they have, it waits for that, and goes with the rest.
        if (!isAsked) return null;
        var update = doc.Transact(() =>
        {
            text ??= doc.GetXmlFragment("default").AddElement("paragraph").AddText();
            text.Insert(text.Length, "a");
        })!;
        sent.Add(doc.GetStateVector()[doc.ClientId]);
        return YMessage.Update(update);
    });

    public async Task Until(Func<bool> isSo, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (!isSo()) await Task.Delay(2, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Leave();
        sending.Dispose();
    }

    private async Task Send(Func<byte[]?> make)
    {
        if (wire is not { State: WebSocketState.Open } open) return;
        await sending.WaitAsync();
        try
        {
            byte[]? message;
            lock (gate) message = make();
            if (message is not null) await open.SendAsync(message, WebSocketMessageType.Binary, true, default);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // Whoever is cut off notices it by hearing nothing.
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task Hear(ClientWebSocket from)
    {
        try
        {
            await from.HearAll(Take);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            from.Abort();
        }
    }

    private async Task Take(ReadOnlyMemory<byte> frame)
    {
        const byte keptMessage = 9;
        if (frame.Span[0] == keptMessage)
        {
            lock (gate)
            {
                acknowledged = Number(frame.Span[1..]);
                kept = Math.Max(kept, sent[acknowledged - 1]);
            }
            return;
        }
        var message = YMessage.Read(frame);
        if (message.Kind == YMessageKind.SyncStep1) await Send(() => Lacking(message.Payload.Span));
        if (message.Kind is not (YMessageKind.SyncStep2 or YMessageKind.Update)) return;
        lock (gate)
        {
            doc.ApplyUpdate(message.Payload.Span);
            isSynced |= message.Kind == YMessageKind.SyncStep2;
        }
    }

    private byte[] Lacking(ReadOnlySpan<byte> theirs)
    {
        isAsked = true;
        sent.Add(doc.GetStateVector()[doc.ClientId]);
        return YMessage.Update(doc.EncodeStateAsUpdate(StateVector.Decode(theirs)));
    }

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        for (var i = 0; ; i++)
        {
            number |= (bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80) return number;
        }
    }
}
