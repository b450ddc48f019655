using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Pages.Together;

/// <summary>The pages that are open on this node. One nobody follows, with nothing left to keep, leaves memory.</summary>
internal sealed class PageHub : IDisposable
{
    private readonly Dictionary<Id<Page>, PageRoom> rooms = [];
    private readonly IServiceScopeFactory scopes;
    private readonly ReaderTokens readers;
    private readonly TimeProvider time;
    private readonly ILogger<PageHub> log;
    private readonly IDisposable listening;

    public PageHub(IServiceScopeFactory scopes, ReaderTokens readers, TimeProvider time, Signals signals, ILogger<PageHub> log)
    {
        (this.scopes, this.readers, this.time, this.log) = (scopes, readers, time, log);
        listening = signals.Listen(Hear);
    }

    public void Dispose() => listening.Dispose();

    public PageRoom Enter(PageHead page)
    {
        lock (rooms)
        {
            if (!rooms.TryGetValue(page.Id, out var room)) rooms[page.Id] = room = new PageRoom(page.Id, page.CommunityId, page.Head, time);
            room.Users++;
            return room;
        }
    }

    public void Leave(PageRoom room)
    {
        lock (rooms) room.Users--;
        Tidy(room);
    }

    public void Tidy(PageRoom room)
    {
        lock (rooms)
        {
            if (room is { Users: 0, IsIdle: true }) rooms.Remove(room.Id);
        }
    }

    /// <summary>The page, where it is open here.</summary>
    public PageRoom? Open(Id<Page> id)
    {
        lock (rooms) return rooms.GetValueOrDefault(id);
    }

    /// <summary>All that is kept on a page by now.</summary>
    public async Task<Written> Read(PageRoom room)
    {
        if (room.Known() is { } known) return known;
        Written read;
        await using (var scope = scopes.CreateAsyncScope()) read = await scope.ServiceProvider.GetRequiredService<Db>().Written(room.Id);
        room.Know(read);
        if (room.IsBehind) await CatchUp(room);
        return read;
    }

    /// <summary>Tells a room's followers what others kept, from the log.</summary>
    public async Task CatchUp(PageRoom room)
    {
        const int most = 200;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        List<Written> rows;
        do
        {
            rows = await db.RowsAfter(room.Id, room.Told, most);
            foreach (var row in rows) room.TellNext(row);
        }
        while (rows.Count == most);
    }

    /// <summary>The page, for whoever may follow it. It is asked apart from their request, which lasts for hours and would keep its connection to the database as long.</summary>
    public async Task<PageHead?> Door(Reader reader, Id<Page> id)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await PageAccess.ForFollowing(scope.ServiceProvider.GetRequiredService<Db>(), reader, id, time.Utc());
    }

    /// <summary>Whether a follower may still follow, and write. Whoever may not is let go.</summary>
    public async Task<bool> MayGoOn(PageSocket socket, Id<Page> id)
    {
        if (await readers.Again(socket.Reader, socket.Token) is not { } reader) return false;
        var page = await Door(reader, id);
        socket.Reader = reader;
        if (page is not null) socket.Allow(page.ClosedAt is null);
        return page is not null;
    }

    private void Hear(string stream)
    {
        if (stream == Signals.Everything)
        {
            foreach (var room in All()) _ = Try(room);
            return;
        }
        if (!Streams.TryReadPage(stream, out var id, out var number)) return;
        if (Open(id) is not { } open) return;
        if (number is not { } kept)
        {
            open.Forget();
            foreach (var socket in open.Sockets) socket.Look();
            return;
        }
        open.Hint(kept);
        // What this node is keeping itself is told by the log when it is done, and whatever else came with it.
        if (open.IsBehind) _ = Try(open);
    }

    private List<PageRoom> All()
    {
        lock (rooms) return [.. rooms.Values];
    }

    /// <summary>As <see cref="CatchUp"/>; what fails is tried again with the next hint.</summary>
    public async Task Try(PageRoom room)
    {
        try
        {
            await CatchUp(room);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "What others wrote on a page could not be read.");
        }
    }
}
