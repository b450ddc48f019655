using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Leaderful.Yjs;
using Microsoft.AspNetCore.Authentication;

namespace Leaderful.Pages.Together;

/// <summary>
/// Following a page over a WebSocket, as any client of y-websocket does. Whatever may not be read, or is not there, ends the
/// same way.
/// </summary>
internal sealed class PageFollowing(PageHub hub, ReaderTokens readers, PageLog log, PresenceElsewhere elsewhere, IHostApplicationLifetime lifetime)
{
    /// <summary>What stands on a page, and once stood there, has no more bytes than this: everybody who opens it is sent them all.</summary>
    private const int Largest = 4 << 20;

    public static Task Follow(Id<Page> id, HttpContext context, PageFollowing following) => following.Follow(id, context);

    private async Task Follow(Id<Page> id, HttpContext context)
    {
        if (await readers.Of(context, async guest => await hub.Door(guest, id) is not null) is not var (me, token))
        {
            await context.ChallengeAsync();
            return;
        }
        if (!context.WebSockets.IsWebSocketRequest || !IsOurs(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var page = await hub.Door(me, id);
        using var wire = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        using var socket = new PageSocket(wire, me, token, context.Request.Query.ContainsKey("acks"), page is { ClosedAt: null });
        if (page is null) socket.End(PageSocket.NotThere);
        await Run(socket, page, context.RequestAborted);
    }

    /// <summary>Browsers say whose page asks; what says nothing is no browser.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin is not { Count: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";

    private async Task Run(PageSocket socket, PageHead? page, CancellationToken gone)
    {
        if (page is null)
        {
            await socket.Run(() => Task.CompletedTask, _ => Task.CompletedTask, gone);
            return;
        }
        var room = hub.Enter(page);
        room.Join(socket);
        elsewhere.Ask(room);
        using var stopping = lifetime.ApplicationStopping.UnsafeRegister(static s => ((PageSocket)s!).End(PageSocket.Restarting), socket);
        using var watching = new PageWatch(socket, room, hub);
        try
        {
            await socket.Run(() => Greet(socket, room), frame => Hear(socket, room, YMessage.Read(frame)), gone);
        }
        finally
        {
            elsewhere.Note(room, room.Leave(socket));
            hub.Leave(room);
        }
    }

    /// <summary>Whether they may write; what we have, so that they send what we lack; and who is here.</summary>
    private async Task Greet(PageSocket socket, PageRoom room)
    {
        if (!socket.MayWrite) socket.Deny(PageSocket.ReadOnly);
        socket.Send(YMessage.SyncStep1((await hub.Read(room)).State));
        Tell(socket, Presence.Frame(room.Presence.All()));
    }

    private static void Tell(PageSocket socket, byte[]? frame)
    {
        if (frame is not null) socket.Send(frame);
    }

    private async Task Hear(PageSocket socket, PageRoom room, YMessage message)
    {
        switch (message.Kind)
        {
            case YMessageKind.SyncStep1:
                socket.Send(YMessage.SyncStep2(YUpdate.Diff((await hub.Read(room)).Bytes.Span, StateVector.Decode(message.Payload.Span))));
                break;
            case YMessageKind.SyncStep2 or YMessageKind.Update:
                await Take(socket, room, message);
                break;
            case YMessageKind.Awareness:
                var told = room.Presence.Take(socket, message.Payload.Span);
                room.Pass(told, except: socket);
                elsewhere.Note(room, told);
                break;
            case YMessageKind.QueryAwareness:
                Tell(socket, Presence.Frame(room.Presence.All()));
                break;
        }
    }

    private async Task Take(PageSocket socket, PageRoom room, YMessage message)
    {
        var info = YUpdate.Inspect(message.Payload.Span);
        if (socket.MayWrite && !info.IsEmpty && room.MostBytes > Largest && (await hub.Read(room)).Bytes.Length > Largest) socket.Deny(PageSocket.Full);
        if (!socket.MayWrite) return;
        // On coming back, everybody sends all they ever deleted: mostly there is nothing new in it.
        var isNew = !info.IsEmpty && ((socket.HasSpoken && message.Kind == YMessageKind.Update) || BringsAnything(await hub.Read(room), info, message.Payload));
        socket.HasSpoken = true;
        var piece = new Piece(socket.Reader.ActorId, isNew ? message.Payload.ToArray() : YUpdate.Empty, isNew ? info.Clients : [], socket);
        if (room.Add(piece)) log.Queue(room);
        await room.Space();
    }

    private static bool BringsAnything(Written written, UpdateInfo info, ReadOnlyMemory<byte> update) =>
        info.Clients.Any(c => c.To > written.State[c.Client])
        || (info.DeletedRuns > 0 && !YUpdate.Merge([written.Bytes, update]).AsSpan().SequenceEqual(YUpdate.Merge([written.Bytes])));
}
