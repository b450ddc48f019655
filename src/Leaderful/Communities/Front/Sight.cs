using Leaderful.Data;

namespace Leaderful.Communities.Front;

/// <summary>A community from outside: what whoever finds it may know.</summary>
public sealed record Sight(Id<Community> Id, string Slug, string Name, string Purpose, string Dye, string Mark, Finding Finding, Joining Joining, int Members)
{
    public string Path => Community.PathOf(Slug);
}

public static class Sightings
{
    public static IQueryable<Sight> Sights(this IQueryable<Community> communities, Db db) =>
        communities.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new Sight(
            c.Id, c.Slug, c.Name, c.Purpose, c.Dye, c.Mark, c.Finding, c.Joining,
            db.The<Membership>().Count(m => m.CommunityId == c.Id && m.LeftAt == null)));
}
