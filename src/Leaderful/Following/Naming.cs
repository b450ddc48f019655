using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
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
        var letters = Folded.Of(typed);
        var circle = viewer.Me.CircleOn(scope);
        var readers = db.ReadersOf(viewer.Here, circle);
        var people = await (
            from p in db.The<Person>()
            join a in db.The<Actor>() on p.ActorId equals a.Id
            where p.LeftAt == null && p.Id != viewer.Me.PersonId && readers.Contains(p.Id)
            orderby a.Name
            select new { p.Id, a.Name }).ToListAsync();
        var circles = await db.CirclesIn(viewer.Here, circle).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync();
        var shared = people.CountBy(p => p.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return [.. people.Select(p => new Choice(p.Name, shared.Contains(p.Name) ? $"[@{Quoting.Plain(p.Name)}]({viewer.Here.Path}/people/{p.Id})" : $"@{p.Name}", false))
            .Concat(circles.Select(c => new Choice(c, $"@{c}", true)))
            .Where(c => Begins(c.Name, letters)).Take(Most)];
    }

    private static bool Begins(string name, string letters)
    {
        var folded = Folded.Of(name);
        return folded.StartsWith(letters, StringComparison.Ordinal) || folded.Contains($" {letters}", StringComparison.Ordinal);
    }
}
