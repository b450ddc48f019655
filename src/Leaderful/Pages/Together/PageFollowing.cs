using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// Following a page over a WebSocket, as any client of y-websocket does. Whatever may not be read, or is not there, ends the
/// same way.
/// </summary>
internal sealed class PageFollowing(PageHub hub, PageLog log, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public static Task Follow(Id<Page> id, HttpContext context, PageFollowing following, Viewer viewer, Db db) => following.Follow(id, context, viewer.Me, db);

    private async Task Follow(Id<Page> id, HttpContext context, Session me, Db db)
    {
        if (!context.WebSockets.IsWebSocketRequest || !IsOurs(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var page = await PageAccess.ForFollowing(db, me, id, time.Utc());
        using var wire = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        var token = context.Request.Cookies[DeviceAuthentication.CookieOn(context)] ?? "";
        using var socket = new PageSocket(wire, me, token, context.Request.Query.ContainsKey("acks")) { MayWrite = page is { ClosedAt: null } };
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
            await socket.Run(_ => Task.CompletedTask, gone);
            return;
        }
        var room = hub.Enter(page);
        room.Join(socket);
        using var stopping = lifetime.ApplicationStopping.UnsafeRegister(static s => ((PageSocket)s!).End(PageSocket.Restarting), socket);
        using var watching = new PageWatch(socket, room, hub);
        try
        {
            await Greet(socket, room);
            await socket.Run(frame => Hear(socket, room, YMessage.Read(frame)), gone);
        }
        finally
        {
            room.Leave(socket);
            hub.Leave(room);
        }
    }

    /// <summary>What we have, so that they send what we lack; and who is here.</summary>
    private async Task Greet(PageSocket socket, PageRoom room)
    {
        socket.Send(YMessage.SyncStep1(YUpdate.StateVectorOf((await Read(room)).Bytes.Span)));
        if (room.Presence.All() is { } all) socket.Send(all);
    }

    private async Task Hear(PageSocket socket, PageRoom room, YMessage message)
    {
        switch (message.Kind)
        {
            case YMessageKind.SyncStep1:
                socket.Send(YMessage.SyncStep2(YUpdate.Diff((await Read(room)).Bytes.Span, StateVector.Decode(message.Payload.Span))));
                break;
            case YMessageKind.SyncStep2 or YMessageKind.Update:
                await Take(socket, room, message);
                break;
            case YMessageKind.Awareness:
                if (room.Presence.Take(socket, message.Payload.Span) is { } frame) room.Pass(frame, except: socket);
                break;
            case YMessageKind.QueryAwareness:
                if (room.Presence.All() is { } all) socket.Send(all);
                break;
        }
    }

    private async Task Take(PageSocket socket, PageRoom room, YMessage message)
    {
        var info = YUpdate.Inspect(message.Payload.Span);
        if (!socket.MayWrite)
        {
            if (!info.IsEmpty && !socket.IsTold) socket.Send(YMessage.PermissionDenied("read only"));
            socket.IsTold = true;
            return;
        }
        // On coming back, everybody sends all they ever deleted: mostly there is nothing new in it.
        var isNew = !info.IsEmpty && ((socket.HasSpoken && message.Kind == YMessageKind.Update) || await BringsAnything(room, message.Payload));
        socket.HasSpoken = true;
        var piece = new Piece(socket.Session.ActorId, isNew ? message.Payload.ToArray() : YUpdate.Empty, isNew ? [.. info.Clients.Select(c => c.Client)] : [], socket);
        if (room.Add(piece)) log.Queue(room);
        await room.Space();
    }

    private async Task<bool> BringsAnything(PageRoom room, ReadOnlyMemory<byte> update)
    {
        var written = (await Read(room)).Bytes;
        return !YUpdate.Merge([written, update]).AsSpan().SequenceEqual(YUpdate.Merge([written]));
    }

    private async Task<Written> Read(PageRoom room)
    {
        await using var scope = scopes.CreateAsyncScope();
        var read = await room.Read(scope.ServiceProvider.GetRequiredService<Db>());
        if (room is { HasNews: true, IsIdle: true }) await hub.CatchUp(room);
        return read;
    }
}
