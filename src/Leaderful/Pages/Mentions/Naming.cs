using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages.Hanging;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Mentions;

/// <summary>A page on which somebody is named and that they have not opened since.</summary>
public sealed record NamingPage(Id<Page> Id, string Title, DateTime At);

public static class NamingPages
{
    /// <summary>A moment late, as with posts: what is mended at once is not mailed.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>The rows behind the names on a page, where those have changed.</summary>
    internal static async Task Name(this Unit unit, Page page, NamedOn named)
    {
        var known = await unit.Db.The<PageMention>().AsTracking().Where(m => m.PageId == page.Id).ToListAsync();
        foreach (var one in known) one.GoneAt = named.People.Contains(one.PersonId) ? null : one.GoneAt ?? unit.Now;
        foreach (var person in named.People.Where(p => known.TrueForAll(m => m.PersonId != p)))
        {
            var wrote = named.Writing.Contains(person);
            var mention = new PageMention { Id = Id<PageMention>.New(), PageId = page.Id, PersonId = person, CommunityId = page.CommunityId, At = unit.Now, SeenAt = wrote ? unit.Now : null };
            unit.Db.Add(mention);
            if (!wrote) unit.Enqueue(TellingNamed.KindOfWork, mention.Id.Value, unit.Now + Late);
        }
    }

    /// <summary>They open the page; nothing is written where they were not named anew.</summary>
    public static async Task See(this Writes writes, Db db, Id<Person> person, Id<Page> page)
    {
        if (!await db.The<PageMention>().AnyAsync(m => m.PageId == page && m.PersonId == person && m.SeenAt == null)) return;
        await writes.Do(unit => unit.Db.The<PageMention>().Where(m => m.PageId == page && m.PersonId == person && m.SeenAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SeenAt, unit.Now)));
    }

    public static Task<List<NamingPage>> PagesNaming(this Db db, Session me, Here here, int most) => db.Ask($"""
        SELECT p."Id", p."Title", m."At" FROM page_mentions m JOIN pages p ON p."Id" = m."PageId" JOIN things t ON t."Id" = p."Id"
        WHERE m."PersonId" = {me.PersonId} AND m."CommunityId" = {here.Id} AND m."SeenAt" IS NULL AND m."GoneAt" IS NULL AND {PageTrees.IsSeen(me)}
        ORDER BY 3 DESC, 1 LIMIT {most}
        """, row => new NamingPage(row.Id<Page>(0), row.Text(1), row.Time(2)));
}
