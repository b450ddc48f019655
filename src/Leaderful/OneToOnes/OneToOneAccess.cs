using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>A one-to-one with the name of whom it is with; nothing where they have gone.</summary>
public sealed record ListedOneToOne(OneToOne It, string? Member, Id<Person>? PersonId, DateTime PlannedAt, DateTime? DeletedAt)
{
    public Id<OneToOne> Id => It.Id;

    public OneToOneRequest? Request { get; init; }

    /// <summary>How it stands with asking, while that is still of interest; a key of words.</summary>
    public string? Standing => It.HeldAt is not null || It.LeftAt is not null ? null : Request?.Standing;

    public string Name(Words words) => (It.WithId is null ? It.WithName : Member) is { Length: > 0 } name ? name : words["one-to-ones.gone"];
}

/// <summary>The one door to one-to-ones: each is there for whoever planned it, and for nobody who tends anything.</summary>
public static class OneToOneAccess
{
    public static Task<ListedOneToOne?> ForPlanning(Db db, Viewer viewer, Id<OneToOne> id) =>
        db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<OneToOne>().Where(o => o.Id == id)).SingleOrDefaultAsync();

    public static Task<ListedOneToOne?> ForPuttingBack(Db db, Viewer viewer, Id<OneToOne> id) =>
        db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt != null), db.The<OneToOne>().Where(o => o.Id == id)).SingleOrDefaultAsync();

    /// <summary>Those of these that this reader planned here, the latest first.</summary>
    internal static IQueryable<ListedOneToOne> OneToOnesOf(this Db db, Viewer viewer, IQueryable<Thing> things, IQueryable<OneToOne> which)
    {
        var (here, actor) = (viewer.Here.Id, viewer.Me.ActorId);
        return (
            from o in which
            join t in things on o.Id.As<Thing>() equals t.Id
            from a in db.The<Actor>().Where(a => a.Id == o.WithId).DefaultIfEmpty()
            from r in db.The<OneToOneRequest>().Where(r => r.OneToOneId == o.Id).DefaultIfEmpty()
            where o.CommunityId == here && t.AuthorId == actor
            orderby o.StartsAt descending, o.Id
            select new ListedOneToOne(o, a!.Name, a.PersonId, t.CreatedAt, t.DeletedAt) { Request = r }).AsNoTracking();
    }
}
