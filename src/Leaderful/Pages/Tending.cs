using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Pages.Beside;
using Leaderful.Search;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>A page from its beginning to its end, but for what is written on it.</summary>
public static class Tending
{
    /// <summary>Sent twice with the same key it is begun once.</summary>
    public static async Task<Id<Page>> BeginPage(this Unit unit, Id<Actor> by, Id<Community> community, Id<Scope> scope, string title, Id<Thing>? about = null, byte[]? first = null, Id<Page>? key = null)
    {
        var id = key ?? Id<Page>.New();
        if (key is not null && await unit.Db.The<Thing>().AnyAsync(t => t.Id == id.As<Thing>() && t.AuthorId == by)) return id;
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Page, CommunityId = community, ScopeId = scope, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(new Page { Id = id, CommunityId = community, AboutId = about, Title = title, Head = first is null ? 0 : 1, WrittenAt = first is null ? null : unit.Now });
        if (first is not null) await unit.Write(id, community, by, 1, first);
        if (about is { } thing) await unit.MarkSpokenOf(thing.As<Conversation>());
        unit.Journal(by, "page.begun", id.Value, community, inverse: "page.taken-down");
        unit.Reindex(id.As<Thing>());
        return id;
    }

    /// <summary>One more change by somebody who has it at hand, and whom nobody follows meanwhile.</summary>
    public static async Task WriteOn(this Unit unit, Id<Actor> by, Id<Page> id, byte[] change)
    {
        if (await unit.FindPage(id) is not { } page) return;
        (page.Head, page.WrittenAt) = (page.Head + 1, unit.Now);
        await unit.Write(id, page.CommunityId, by, page.Head, change);
    }

    /// <summary>What it begins with is the first row of its log.</summary>
    private static async Task Write(this Unit unit, Id<Page> id, Id<Community> community, Id<Actor> by, long number, byte[] change)
    {
        unit.AddRow(id, community, number, change);
        foreach (var client in YUpdate.Inspect(change).Clients.Select(c => c.Client))
            if (!await unit.Db.The<PageWriter>().AnyAsync(w => w.PageId == id && w.Client == client))
                unit.Db.Add(new PageWriter { PageId = id, Client = client, CommunityId = community, ActorId = by });
    }

    internal static void AddRow(this Unit unit, Id<Page> id, Id<Community> community, long number, byte[] change) =>
        unit.Db.Add(new PageUpdate { PageId = id, Number = number, CommunityId = community, At = unit.Now, Bytes = change });

    public static async Task RenamePage(this Unit unit, Id<Actor> by, Id<Page> id, string title)
    {
        if (await unit.FindPage(id) is not { } page) return;
        page.Title = title;
        unit.Journal(by, "page.renamed", id.Value, page.CommunityId);
        unit.Reindex(id.As<Thing>());
    }

    /// <summary>From now on it is read and not written on.</summary>
    public static async Task ClosePage(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        if (await unit.FindPage(id) is not { ClosedAt: null } page) return;
        page.Close(by, unit.Now);
        unit.Journal(by, "page.closed", id.Value, page.CommunityId, inverse: "page.reopened");
        unit.Tell(Streams.Of(id));
    }

    public static async Task ReopenPage(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        if (await unit.FindPage(id) is not { ClosedAt: not null } page) return;
        page.Reopen();
        unit.Journal(by, "page.reopened", id.Value, page.CommunityId, inverse: "page.closed");
        unit.Tell(Streams.Of(id));
    }

    public static async Task TakeDownPage(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        var thing = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id.As<Thing>());
        thing.Delete(by, unit.Now);
        await unit.TakeDownBeside(by, id);
        unit.Journal(by, "page.taken-down", id.Value, thing.CommunityId, inverse: "page.put-back");
        unit.Enqueue(PagePurging.KindOfWork, id.Value, Bin.EmptiedAt(unit.Now));
        unit.Reindex(thing.Id);
        unit.Tell(Streams.Of(id));
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackPage(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        var thing = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id.As<Thing>());
        if (Bin.IsEmptied(thing.DeletedAt, unit.Now)) return false;
        await unit.PutBackBeside(by, id, thing.DeletedAt);
        thing.Restore();
        unit.Journal(by, "page.put-back", id.Value, thing.CommunityId, inverse: "page.taken-down");
        unit.Reindex(thing.Id);
        unit.Tell(Streams.Of(id));
        return true;
    }

    /// <summary>Its row is held until the commit.</summary>
    internal static Task<int> Hold(this Unit unit, Id<Page> id) =>
        unit.Db.The<Page>().Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Head, x => x.Head));

    internal static Task<Page?> FindPage(this Unit unit, Id<Page> id) => unit.Db.The<Page>().AsTracking().SingleOrDefaultAsync(p => p.Id == id);
}
