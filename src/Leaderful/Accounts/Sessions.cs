using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>Finds the session behind a device's cookie; forgotten when the person, or one of their communities or circles, changes.</summary>
public sealed class Sessions : IDisposable
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    private readonly ReaderMemory<Session> memory;
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;

    public Sessions(IServiceScopeFactory scopes, TimeProvider time, Signals signals)
    {
        this.scopes = scopes;
        memory = new(time, Streams.IsAboutPeople, Concerns);
        listening = signals.Listen(memory.Hear);
    }

    public ValueTask<Session?> Find(string token) => memory.Find(token, Read);

    public void Dispose() => listening.Dispose();

    private async Task<Session?> Read(string token, DateTime now, CancellationToken ended)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (hash, oldest) = (CapabilityLink.Hash(token), now - DeviceCookie.Lasts);
        var found = await (
            from device in db.The<Device>()
            join person in db.The<Person>() on device.PersonId equals person.Id
            join actor in db.The<Actor>() on person.ActorId equals actor.Id
            where device.TokenHash == hash && device.EndedAt == null && device.LastSeenAt > oldest && person.LeftAt == null
            select new { device, person, actor.Name }).SingleOrDefaultAsync(CancellationToken.None);
        if (found is null) return null;
        var isBack = now - found.device.LastSeenAt > SeenEvery;
        if (isBack) await Seen(scope.ServiceProvider, found.device.Id);
        return await db.SessionOf(found.person, found.Name, found.device, isBack, ended);
    }

    private static Task Seen(IServiceProvider services, Id<Device> id) =>
        services.GetRequiredService<Writes>().Do(async unit =>
        {
            await unit.Db.The<Device>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.LastSeenAt, unit.Now));
        });

    private static bool Concerns(Session session, string stream) =>
        stream == Streams.Of(session.PersonId) || session.Communities.Any(c => stream == Streams.Of(c.Id)) || session.Circles.Any(c => stream == Streams.Of(c.Id));
}
