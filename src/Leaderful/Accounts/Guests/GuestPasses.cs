using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts.Guests;

/// <summary>Finds the guest behind a cookie; forgotten when the pass changes.</summary>
public sealed class GuestPasses : IDisposable
{
    private const string Begin = "guest:";

    private readonly ReaderMemory<RoomGuest> memory;
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;

    public GuestPasses(IServiceScopeFactory scopes, TimeProvider time, Signals signals)
    {
        this.scopes = scopes;
        memory = new(time, stream => stream.StartsWith(Begin, StringComparison.Ordinal), (guest, stream) => stream == StreamOf(guest.PassId));
        listening = signals.Listen(memory.Hear);
    }

    public static string StreamOf(Id<GuestPass> pass) => $"{Begin}{pass}";

    public ValueTask<RoomGuest?> Find(string token) => memory.Find(token, Read);

    /// <summary>The guest whose cookie a browser brought.</summary>
    public async ValueTask<RoomGuest?> Of(HttpContext context) => GuestCookie.Of(context) is { } token ? await Find(token) : null;

    public void Dispose() => listening.Dispose();

    private async Task<RoomGuest?> Read(string token, DateTime now, CancellationToken ended)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (hash, oldest) = (CapabilityLink.Hash(token), now - GuestPass.Lasts);
        var found = await (
            from pass in db.The<GuestPass>()
            join actor in db.The<Actor>() on pass.ActorId equals actor.Id
            join community in db.The<Community>() on pass.CommunityId equals community.Id
            join room in db.The<Thing>() on pass.RoomId equals room.Id
            where pass.TokenHash == hash && pass.EndedAt == null && pass.BegunAt > oldest && room.DeletedAt == null
            select new { pass.Id, pass.RoomId, pass.ActorId, actor.Name, community }).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None);
        return found is null ? null : new RoomGuest
        {
            PassId = found.Id, RoomId = found.RoomId, ActorId = found.ActorId, Name = found.Name, Ended = ended,
            Around = new Here(found.community.Id, found.community.ScopeId, found.community.Slug, found.community.Name, found.community.Dye, found.community.Mark, found.community.StewardWord, IsSteward: false, Members: 0),
        };
    }
}
