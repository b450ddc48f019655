using System.Text;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Playback;
using Leaderful.Pages.Together;
using Leaderful.Search;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>
/// Takes what somebody wrote out of pages. Whoever has a page open sees it go; the log, which is the playback, is written anew
/// without it, and what others wrote stays where it was. A page on which nobody else wrote a word goes altogether; the title
/// of one that is others' too stays, as a conversation's does.
/// </summary>
internal static class ErasingPages
{
    private const int RowsAtOnce = 500;

    public static async Task EraseOnPages(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        await db.The<PageVersion>().Where(v => actors.Contains(v.ActorId)).ExecuteDeleteAsync();
        var begun = db.The<Thing>().Where(t => t.Kind == ThingKind.Page && actors.Contains(t.AuthorId));
        var pages = await db.The<Page>().Where(p => begun.Any(t => t.Id == p.Id.As<Thing>()) || db.The<PageWriter>().Any(w => w.PageId == p.Id && actors.Contains(w.ActorId))).Select(p => p.Id).ToListAsync();
        // In the order of their ids, so that two who go at once wait for each other instead of both.
        foreach (var page in pages.OrderBy(p => p.Value)) await unit.EraseOn(page, actors);
    }

    private static async Task EraseOn(this Unit unit, Id<Page> id, IReadOnlyCollection<Id<Actor>> actors)
    {
        await unit.Hold(id);
        var hands = await unit.Db.The<PageWriter>().Where(w => w.PageId == id).ToListAsync();
        var theirs = hands.Where(h => actors.Contains(h.ActorId)).Select(h => h.Client).ToHashSet();
        var page = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id.As<Thing>());
        if (actors.Contains(page.AuthorId) && theirs.Count == hands.Count && !await unit.Db.HaveOthersSpoken(id, actors)) await unit.EraseWhole(id, page);
        else if (theirs.Count > 0) await unit.EraseWords(id, theirs);
    }

    private static Task<bool> HaveOthersSpoken(this Db db, Id<Page> id, IReadOnlyCollection<Id<Actor>> actors)
    {
        var beside = db.The<Passage>().Where(b => b.PageId == id);
        var others = db.The<Thing>().Where(t => !actors.Contains(t.AuthorId));
        return db.The<Post>().AnyAsync(p => beside.Any(b => b.ConversationId == p.ConversationId) && others.Any(t => t.Id == p.Id.As<Thing>()));
    }

    /// <summary>In their own name, so that nobody puts back an empty place.</summary>
    private static async Task EraseWhole(this Unit unit, Id<Page> id, Thing page)
    {
        if (page.DeletedAt is null) await unit.TakeDownPage(page.AuthorId, id);
        else page.Delete(page.AuthorId, page.DeletedAt.Value);
        await unit.Blank(unit.Db.The<Page>().Where(p => p.Id == id));
    }

    private static async Task EraseWords(this Unit unit, Id<Page> id, IReadOnlySet<long> hands)
    {
        var db = unit.Db;
        var doc = PageText.Read(await db.Written(id));
        var passages = await db.PassagesOn(id, doc);
        var change = doc.Erase(hands);
        await unit.EraseLog(id, hands);
        if (change is not null) await unit.AddToLog(id, change);
        if (await db.The<PageState>().AsTracking().SingleOrDefaultAsync(s => s.PageId == id) is { } state) (state.Bytes, state.Html) = (doc.EncodeStateAsUpdate(), PageText.Html(doc));
        await unit.EraseQuotes(passages, doc, hands);
        unit.Reindex(id.As<Thing>());
        unit.Tell(Streams.Of(id));
    }

    /// <summary>Every row in which they wrote, and the pictures that nobody else shows.</summary>
    private static async Task EraseLog(this Unit unit, Id<Page> id, IReadOnlySet<long> hands)
    {
        var db = unit.Db;
        var pictures = (await db.The<Attachment>().Where(a => a.ThingId == id.As<Thing>()).Select(a => a.Id).ToListAsync()).ToDictionary(a => a, a => Encoding.UTF8.GetBytes(a.ToString()));
        var shown = new HashSet<Id<Attachment>>();
        List<Written> rows;
        for (var number = 0L; (rows = await db.RowsAfter(id, number, RowsAtOnce)).Count > 0; number = rows[^1].UpTo)
        {
            foreach (var row in rows)
            {
                if (!YUpdate.Inspect(row.Bytes.Span).Clients.Any(c => hands.Contains(c.Client))) continue;
                shown.UnionWith(pictures.Where(p => row.Bytes.Span.IndexOf(p.Value) >= 0).Select(p => p.Key));
                var bytes = YUpdate.Erase(row.Bytes.Span, hands);
                await db.The<PageUpdate>().Where(u => u.PageId == id && u.Number == row.UpTo).ExecuteUpdateAsync(u => u.SetProperty(x => x.Bytes, bytes));
            }
        }
        if (shown.Count == 0) return;
        var left = (await db.WrittenUpTo(id, long.MaxValue)).Bytes;
        shown.RemoveWhere(p => left.Span.IndexOf(pictures[p]) >= 0);
        await unit.DropFiles(db.The<Attachment>().Where(a => shown.Contains(a.Id)));
    }

    /// <summary>For those who have the page before them, or come with what they had of it.</summary>
    private static async Task AddToLog(this Unit unit, Id<Page> id, byte[] change)
    {
        if (await unit.FindPage(id) is not { } page) return;
        page.Head++;
        unit.AddRow(id, page.CommunityId, page.Head, change);
        unit.Tell(Streams.Of(id, page.Head));
    }
}
