using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>A name to choose, and what choosing it writes.</summary>
public sealed record Choice(string Name, string Writes, bool IsCircle);

public static class Naming
{
    private const int Most = 8;

    /// <summary>Readers of a place whose name has words beginning with these letters; the address is written where a name is not alone.</summary>
    public static async Task<IReadOnlyList<Choice>> Callable(this Db db, Viewer viewer, Id<Scope> scope, string typed)
    {
        var (begins, me, circle) = (NameKey.Beginning(typed), viewer.Me.PersonId, viewer.Me.CircleOn(scope));
        var here = db.ReadersOf(viewer.Here, circle);
        var people = await here.Where(m => m.PersonId != me && m.NameKey.Contains(begins)).ByName().Take(Most).Named(db).ToListAsync();
        var keys = people.Select(p => NameKey.Of(p.Name)).Distinct().ToList();
        var shared = (await here.Where(m => keys.Contains(m.NameKey)).Named(db).Select(p => p.Name).ToListAsync()).CountBy(n => n).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var circles = await db.CirclesIn(viewer.Here, circle).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync();
        return [.. people.Select(p => new Choice(p.Name, shared.Contains(p.Name) ? $"[@{Quoting.Plain(p.Name)}]({viewer.Here.Path}/people/{p.PersonId})" : $"@{p.Name}", false))
            .Concat(circles.Where(c => NameKey.Of(c).Contains(begins, StringComparison.Ordinal)).Select(c => new Choice(c, $"@{c}", true)))
            .Take(Most)];
    }
}
