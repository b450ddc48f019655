using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>Whom somebody looks for: words in names and portraits, one facet of them, or everybody.</summary>
public sealed record PeopleWish(string Words, Facet? Facet, int Page)
{
    public bool IsEverybody => Words.Length == 0 && Facet is null;

    public static PeopleWish Of(string? words, string? facet, int page) => new(
        Clean.Line(words ?? "") is { Length: > 100 } most ? most[..100] : Clean.Line(words ?? ""),
        Facets.Named(facet),
        Math.Clamp(page, 1, 10_000));
}

/// <summary>A member in the list, with what of their portrait was looked for.</summary>
public sealed record ListedPerson(Member Member, IReadOnlyList<ShownEntry> Found)
{
    public Id<Attachment>? Photo { get; init; }
}

public sealed record PeopleModel(IReadOnlyList<ListedPerson> Members, int Count, PeopleWish Wish, bool More, IReadOnlyList<Ended> Ended);

public static class PeopleQueries
{
    private const int OnOnePage = 200;

    public static async Task<PeopleModel> People(this Db db, Session me, Here here, PeopleWish wish)
    {
        var found = wish.IsEverybody ? await db.Everybody(here, wish) : await db.Matching(me, here, wish);
        var photos = await db.PhotosOf(found.ConvertAll(p => p.Member.PersonId), me.Scopes);
        return new PeopleModel(
            [.. found.Take(OnOnePage).Select(p => p with { Photo = photos.GetValueOrDefault(p.Member.PersonId)?.File })], await db.MemberCount(here.Id), wish, found.Count > OnOnePage,
            here.IsSteward && wish.IsEverybody ? await db.EndedIn(here.Id) : []);
    }

    private static async Task<List<ListedPerson>> Everybody(this Db db, Here here, PeopleWish wish) =>
        (await db.MembersOf(here.Id).Skip((wish.Page - 1) * OnOnePage).Take(OnOnePage + 1).ToListAsync()).ConvertAll(m => new ListedPerson(m, []));

    /// <summary>Every word must be in the name, or all of them in one entry this reader may see.</summary>
    private static async Task<List<ListedPerson>> Matching(this Db db, Session me, Here here, PeopleWish wish)
    {
        var words = Folded.Of(wish.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wish.Words.Length > 0 && words.Length == 0) return [];
        var entries = db.EntriesFor(me.Scopes).Where(e => db.The<Membership>().Any(m => m.CommunityId == here.Id && m.PersonId == e.PersonId && m.LeftAt == null));
        if (wish.Facet is { } facet) entries = entries.Where(e => e.Facet == facet);
        foreach (var word in words) entries = entries.Where(e => e.SearchKey.Contains(word));
        var found = (await entries.Shown(db).ToListAsync()).OrderBy(e => e.SaidAt).ToLookup(e => e.PersonId);
        var members = await db.MembersOf(here.Id).ToListAsync();
        return [.. members
            .Where(m => found.Contains(m.PersonId) || (wish.Facet is null && Holds(m.Name, words)))
            .Skip((wish.Page - 1) * OnOnePage).Take(OnOnePage + 1)
            .Select(m => new ListedPerson(m, [.. found[m.PersonId].Take(3)]))];
    }

    private static bool Holds(string name, string[] words)
    {
        var folded = Folded.Of(name);
        return words.Length > 0 && words.All(w => folded.Contains(w, StringComparison.Ordinal));
    }
}
