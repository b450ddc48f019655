using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

public sealed record SomebodyModel(string Name, Guid ActorId, IReadOnlyList<ShownEntry> Entries, Photo? Photo);

/// <summary>Somebody seen from outside their communities: there only as far as they opened themselves to the network or the public.</summary>
public static class SomebodyEndpoints
{
    public static void MapSomebody(this IEndpointRouteBuilder app) =>
        app.MapGroup("/people").ForAnyone("each entry has its own rung; without one that may be seen there is nothing").MapGet("/{person}", Show);

    private static async Task<IResult> Show(Id<Person> person, Viewer viewer, Db db)
    {
        var scopes = viewer.Session?.Scopes ?? [Scope.Public];
        var (entries, photo) = (await db.PortraitOf(person, scopes), await db.PhotoOf(person, scopes));
        if (entries.Count == 0 && photo is null) return viewer.Session is null ? Results.Challenge() : Results.NotFound();
        var actor = await (from p in db.The<Person>() join a in db.The<Actor>() on p.ActorId equals a.Id where p.Id == person && p.LeftAt == null select a).SingleAsync();
        return Screen.Show<SomebodyPage, SomebodyModel>(new SomebodyModel(actor.Name, actor.Id.Value, entries, photo));
    }
}
