using System.Text.RegularExpressions;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>Somebody whom a text speaks to by name, and the address that stands behind the name: a person's or a circle's.</summary>
public sealed record Called(string Name, string Address, Id<Person>? PersonId = null, Id<Circle>? CircleId = null);

/// <summary>
/// "@Ruth Abara" in a text, where exactly one reader of the place has that name; of two who share one, whoever is meant by the
/// address of their page. Nobody is called where they may not read, so that no mail tells of what is not theirs.
/// </summary>
public static partial class Calling
{
    private const int MostCalls = 20;
    private const int LongestName = 5;

    public static Task<IReadOnlyList<Called>> Called(this Db db, Viewer viewer, Id<Scope> scope, string text) => db.Called(viewer.Here, viewer.Me.CircleOn(scope), text);

    public static async Task<IReadOnlyList<Called>> Called(this Db db, Here here, OwnCircle? circle, string text)
    {
        var pages = $"{here.Path}/people/";
        var names = Names(text);
        var ids = Pages().Matches(text).Where(m => text.AsSpan(0, m.Index).EndsWith(here.Path, StringComparison.Ordinal))
            .Select(m => Id<Person>.TryParse(m.Groups["id"].Value, null, out var id) ? id : default).Where(id => id != default).Take(MostCalls).ToList();
        if (names.Count == 0 && ids.Count == 0) return [];
        var keys = names.Select(NameKey.Of).Distinct().ToList();
        var people = (await db.ReadersOf(here, circle).Where(m => keys.Contains(m.NameKey) || ids.Contains(m.PersonId)).Named(db)
            .Select(m => new { Id = m.PersonId, m.Name }).ToListAsync()).FindAll(p => names.Contains(p.Name) || ids.Contains(p.Id));
        var circles = await db.CirclesIn(here, circle).Where(c => names.Contains(c.Name)).Select(c => new { c.Id, c.Name }).ToListAsync();
        return [
            .. people.GroupBy(p => p.Name).SelectMany(same => same.Select(p => new Called(same.Count() == 1 ? p.Name : "", pages + p.Id, PersonId: p.Id))),
            .. circles.Where(c => people.TrueForAll(p => p.Name != c.Name)).Select(c => new Called(c.Name, $"{here.Path}/circles/{c.Id}", CircleId: c.Id)),
        ];
    }

    public static async Task Call(this Unit unit, Id<Community> community, Id<Post> post, IReadOnlyList<Called> called)
    {
        if (called.Count == 0) return;
        await unit.Insert([.. called.Select(c => new Mention { Id = Id<Mention>.New(), CommunityId = community, PostId = post, PersonId = c.PersonId, CircleId = c.CircleId })]);
        foreach (var person in called.Select(c => c.PersonId).OfType<Id<Person>>()) unit.Tell(Streams.Of(person));
    }

    public static async Task CallAnew(this Unit unit, Id<Community> community, Id<Post> post, IReadOnlyList<Called> called)
    {
        await unit.Db.The<Mention>().Where(m => m.PostId == post).ExecuteDeleteAsync();
        await unit.Call(community, post, called);
    }

    public static Task CallNobody(this Unit unit, IQueryable<Post> posts) =>
        unit.Db.The<Mention>().Where(m => posts.Any(p => p.Id == m.PostId)).ExecuteDeleteAsync();

    /// <summary>Who reads a place: the circle it is of, or the whole community.</summary>
    internal static IQueryable<Membership> ReadersOf(this Db db, Here here, OwnCircle? circle)
    {
        var members = db.MembershipsOf(here.Id);
        return circle is null ? members : members.Where(m => db.The<CircleMembership>().Any(b => b.CircleId == circle.Id && b.PersonId == m.PersonId && b.LeftAt == null));
    }

    /// <summary>The circles that may be called there; within a circle only itself.</summary>
    internal static IQueryable<Circle> CirclesIn(this Db db, Here here, OwnCircle? within) =>
        from c in db.The<Circle>()
        join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
        where c.CommunityId == here.Id && t.DeletedAt == null && (within == null || c.Id == within.Id)
        select c;

    /// <summary>What may be a name: one to five words after an @ that begins a word.</summary>
    private static HashSet<string> Names(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var calls = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && calls < MostCalls; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            calls++;
            var line = text.AsSpan(at + 1, Math.Min(200, text.Length - at - 1));
            if (line.IndexOfAny('\n', '\r', '@') is >= 0 and var end) line = line[..end];
            var words = line.ToString().Split(' ');
            for (var n = 1; n <= Math.Min(LongestName, words.Length); n++)
            {
                var name = string.Join(' ', words[..n]);
                names.Add(name);
                names.Add(name.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '*', '_', '"', '”', '’', '\''));
            }
        }
        names.RemoveWhere(n => n.Length is 0 or > 200);
        return names;
    }

    [GeneratedRegex(@"/people/(?<id>[A-Za-z0-9_-]{22})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pages();
}
