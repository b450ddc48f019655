using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Hanging;

/// <summary>Where a page stands: on what it hangs, or at the top. The community's row is held, so that of two who move at once no page comes to hang on itself.</summary>
public static class Placing
{
    public const string Verb = "page.placed";
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The journal's entry; null where it cannot stand there.</summary>
    public static async Task<Id<JournalEntry>?> PlacePage(this Unit unit, Id<Actor> by, Id<Page> id, Id<Thing>? on) =>
        await unit.HoldPage(id) is { } page && !await unit.Db.HangsOn(on, id) ? await unit.Bring(by, page, on) : null;

    /// <summary>As it stood, by whoever moved it, within the hour.</summary>
    public static async Task<bool> PlacePageBack(this Unit unit, Id<Actor> by, Id<Page> id, Id<JournalEntry> move)
    {
        var (db, since) = (unit.Db, unit.Now - Window);
        if (await unit.HoldPage(id) is not { } page) return false;
        var entry = await db.The<JournalEntry>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == move && j.Subject == id.Value && j.Verb == Verb && j.ActorId == by && j.At > since);
        if (entry is null) return false;
        var left = await db.The<JournalEntry>().Where(j => j.CommunityId == entry.CommunityId && j.At == entry.At && j.CauseId == move).Select(j => j.Subject).SingleAsync();
        var on = left is { } before ? new Id<Thing>(before) : (Id<Thing>?)null;
        if (await db.HangsOn(on, id)) return false;
        await unit.Bring(by, page, on);
        return true;
    }

    private static async Task<Id<JournalEntry>> Bring(this Unit unit, Id<Actor> by, Page page, Id<Thing>? on)
    {
        var entry = unit.Journal(by, Verb, page.Id.Value, page.CommunityId, inverse: Verb);
        unit.Journal(by, "page.left-place", page.AboutId?.Value, page.CommunityId, cause: entry);
        page.AboutId = on;
        if (on is { } thing) await unit.MarkSpokenOf(thing.As<Conversation>());
        return entry.Id;
    }

    private static async Task<Page?> HoldPage(this Unit unit, Id<Page> id)
    {
        if (await unit.FindPage(id) is not { } page) return null;
        await unit.Hold(page.CommunityId);
        await unit.Db.Entry(page).ReloadAsync();
        return page;
    }

    /// <summary>Whether what is to be hung on is the page itself or hangs on it, seen by whomever.</summary>
    private static async Task<bool> HangsOn(this Db db, Id<Thing>? thing, Id<Page> page) => thing is { } from && (await db.Ask($"""
        WITH RECURSIVE up AS (
            SELECT p."Id", p."AboutId" FROM pages p WHERE p."Id" = {from}
            UNION
            SELECT p."Id", p."AboutId" FROM up JOIN pages p ON p."Id" = up."AboutId")
        SELECT 1 FROM up WHERE "Id" = {page}
        """, row => row.Number(0))).Count > 0;
}
