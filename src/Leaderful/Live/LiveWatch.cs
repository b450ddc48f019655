using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Data;

namespace Leaderful.Live;

/// <summary>The life of one event stream: opened, looked at now and then, ended.</summary>
public sealed class LiveWatch(LiveHub hub, ReaderTokens readers, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    public async Task Run(LiveConnection connection, List<LiveWish> wishes, CancellationToken gone)
    {
        var watched = new List<LiveWish>(wishes.Count);
        using var closing = lifetime.ApplicationStopping.UnsafeRegister(static c => ((LiveConnection)c!).LetGo(), connection);
        using var leaving = gone.UnsafeRegister(static c => ((LiveConnection)c!).LetGo(), connection);
        var ended = Hear(connection);
        hub.Open(connection);
        try
        {
            foreach (var wish in await Allowed(connection.Reader, wishes))
            {
                watched.Add(wish);
                await hub.Join(connection, wish);
            }
            while (await connection.Asked())
            {
                await ended.DisposeAsync();
                if (!await GoesOn(connection, watched))
                {
                    connection.Send(LiveEvents.SignedOut);
                    break;
                }
                ended = Hear(connection);
                // A word on the wire keeps it open; and whoever reads it knows that it was looked at.
                connection.Send(LiveEvents.Here);
            }
        }
        finally
        {
            await ended.DisposeAsync();
            hub.Close(connection);
            foreach (var wish in watched) await hub.Leave(connection, wish);
            await connection.EndWritten();
        }
    }

    /// <summary>Whether any of it is theirs to watch.</summary>
    public async Task<bool> IsFor(Reader reader, List<LiveWish> wishes) => (await Allowed(reader, wishes)).Count > 0;

    private static CancellationTokenRegistration Hear(LiveConnection connection) =>
        connection.Reader.Ended.UnsafeRegister(static c => ((LiveConnection)c!).Look(), connection);

    /// <summary>Still signed in; and what may no longer be read is no longer sent.</summary>
    private async Task<bool> GoesOn(LiveConnection connection, List<LiveWish> watched)
    {
        var now = await readers.Again(connection.Reader, connection.Token);
        if (now is null) return false;
        if (ReferenceEquals(now, connection.Reader)) return true;
        connection.Reader = now;
        var allowed = await Allowed(now, watched);
        foreach (var lost in watched.Except(allowed).ToList())
        {
            watched.Remove(lost);
            await hub.Leave(connection, lost);
        }
        return true;
    }

    private async Task<List<LiveWish>> Allowed(Reader reader, List<LiveWish> wishes)
    {
        var allowed = new List<LiveWish>(wishes.Count);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        foreach (var wish in wishes)
            if (hub.Source(wish.Kind) is { } source && await MayRead(source, db, reader, wish.Id)) allowed.Add(wish);
        return allowed;
    }

    private static Task<bool> MayRead(ILiveSource source, Db db, Reader reader, string id) => reader switch
    {
        Session session => source.MayRead(db, session, id),
        RoomGuest guest => source.MayRead(db, guest, id),
        _ => Task.FromResult(false),
    };
}
