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
    private const int EntriesShown = 3;

    public static async Task<PeopleModel> People(this Db db, Session me, Here here, PeopleWish wish)
    {
        var words = Folded.Of(wish.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var entries = db.Sought(me, wish, words);
        var members = wish.Words.Length > 0 && words.Length == 0 ? [] : await db.Sought(me, here, wish, words, entries)
            .ByName().Skip((wish.Page - 1) * OnOnePage).Take(OnOnePage + 1).Named(db).ToListAsync();
        var people = members.Take(OnOnePage).Select(m => m.PersonId).ToList();
        var found = wish.IsEverybody ? [] : await entries.Of(db, people);
        var photos = await db.PhotosOf(people, me.Scopes);
        return new PeopleModel(
            [.. members.Take(OnOnePage).Select(m => new ListedPerson(m, found.GetValueOrDefault(m.PersonId, [])) { Photo = photos.GetValueOrDefault(m.PersonId)?.File })],
            await db.MemberCount(here.Id), wish, members.Count > OnOnePage, here.IsSteward && wish.IsEverybody ? await db.EndedIn(here.Id) : []);
    }

    /// <summary>Every word must be in the name, or all of them in one entry this reader may see.</summary>
    private static IQueryable<Membership> Sought(this Db db, Session me, Here here, PeopleWish wish, string[] words, IQueryable<PortraitEntry> entries)
    {
        var scopes = me.Scopes;
        var members = db.MembershipsOf(here.Id);
        if (wish.IsEverybody) return members;
        if (wish.Facet is not null && words.Length == 0) return members.Where(m => entries.Any(e => e.PersonId == m.PersonId));
        // Found once, by their words, among what stands on this reader's rungs: it would else be looked for with each member.
        var said = entries.Where(e => scopes.Contains(e.ScopeId)).Select(e => e.PersonId);
        return wish.Facet is null
            ? members.Where(m => words.All(w => m.NameKey.Contains(w)) || said.Contains(m.PersonId))
            : members.Where(m => said.Contains(m.PersonId));
    }

    private static IQueryable<PortraitEntry> Sought(this Db db, Session me, PeopleWish wish, string[] words)
    {
        var entries = db.EntriesFor(me.Scopes);
        if (wish.Facet is { } facet) entries = entries.Where(e => e.Facet == facet);
        foreach (var word in words) entries = entries.Where(e => e.SearchKey.Contains(word));
        return entries;
    }

    private static async Task<Dictionary<Id<Person>, IReadOnlyList<ShownEntry>>> Of(this IQueryable<PortraitEntry> entries, Db db, IReadOnlyList<Id<Person>> people) =>
        (await entries.Where(e => people.Contains(e.PersonId)).Shown(db).ToListAsync())
            .GroupBy(e => e.PersonId).ToDictionary(g => g.Key, IReadOnlyList<ShownEntry> (g) => [.. g.OrderBy(e => e.SaidAt).Take(EntriesShown)]);
}
