using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Beside;

/// <summary>A conversation beside the text of a page: it begins with a passage, stands where the page stands, and goes with it.</summary>
public static class SpeakingBeside
{
    /// <summary>Sent twice with the same key it is begun once. Null where the page is no more.</summary>
    public static async Task<Id<Conversation>?> SpeakBeside(this Unit unit, Id<Actor> by, Id<Page> page, PassageWords words, Said said, Id<Conversation> key)
    {
        var db = unit.Db;
        if (await db.The<Thing>().AnyAsync(t => t.Id == key.As<Thing>() && t.AuthorId == by)) return key;
        var where = await db.The<Thing>().SingleOrDefaultAsync(t => t.Id == page.As<Thing>() && t.DeletedAt == null);
        if (where is not { CommunityId: { } community }) return null;
        await unit.Begin(by, community, where.ScopeId, words.Title, said, key);
        await db.SaveChangesAsync();
        await db.The<Conversation>().Where(c => c.Id == key).ExecuteUpdateAsync(c => c.SetProperty(x => x.AboutId, where.Id).SetProperty(x => x.IsBeside, true));
        db.Add(new Passage { ConversationId = key, PageId = page, CommunityId = community, Start = words.Start, End = words.End, Quote = words.Quote, Instead = words.Instead });
        await db.SaveChangesAsync();
        await unit.ChangedBeside(key);
        return key;
    }

    /// <summary>What is said beside a page is one more change of it, told to whoever has the page before them.</summary>
    internal static async Task ChangedBeside(this Unit unit, Id<Conversation> id)
    {
        var db = unit.Db;
        var page = await db.The<Passage>().Where(p => p.ConversationId == id).Select(p => p.PageId).SingleAsync();
        await db.The<Page>().Where(p => p.Id == page).ExecuteUpdateAsync(p => p.SetProperty(x => x.Beside, x => x.Beside + 1));
        var version = await db.The<Page>().Where(p => p.Id == page).Select(p => p.Beside).SingleAsync();
        await db.The<Passage>().Where(p => p.ConversationId == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, version));
        unit.Tell(Streams.Beside(page));
    }

    /// <summary>Once: false where somebody was faster, or it is settled.</summary>
    public static async Task<bool> TakeInstead(this Unit unit, Id<Actor> by, Id<Conversation> id)
    {
        if (await unit.Db.The<Passage>().Where(p => p.ConversationId == id && p.Instead != null && p.TakenAt == null)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.TakenAt, unit.Now).SetProperty(x => x.TakenById, by)) == 0) return false;
        return await unit.Close(by, id);
    }

    /// <summary>It did not come to stand there after all.</summary>
    public static async Task LeaveInstead(this Unit unit, Id<Actor> by, Id<Conversation> id)
    {
        await unit.Db.The<Passage>().Where(p => p.ConversationId == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.TakenAt, (DateTime?)null).SetProperty(x => x.TakenById, (Id<Actor>?)null));
        await unit.Reopen(by, id);
    }

    /// <summary>What was said beside a page goes where the page goes, and comes back with it.</summary>
    internal static async Task TakeDownBeside(this Unit unit, Id<Actor> by, Id<Page> page)
    {
        foreach (var id in await unit.Beside(page).Where(t => t.DeletedAt == null).Select(t => t.Id).ToListAsync()) await unit.TakeDown(by, id.As<Conversation>());
    }

    internal static async Task PutBackBeside(this Unit unit, Id<Actor> by, Id<Page> page, DateTime? takenDown)
    {
        foreach (var id in await unit.Beside(page).Where(t => t.DeletedAt == takenDown).Select(t => t.Id).ToListAsync()) await unit.PutBack(by, id.As<Conversation>());
    }

    private static IQueryable<Thing> Beside(this Unit unit, Id<Page> page) =>
        unit.Db.The<Thing>().Where(t => unit.Db.The<Passage>().Any(p => p.PageId == page && p.ConversationId.As<Thing>() == t.Id)).OrderBy(t => t.Id);
}
