using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Playback;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>Thirty days after a page was taken down its words go, and every step of how they came to be.</summary>
public sealed class PagePurging(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "page.purge";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } page ? writes.Do(unit => Purge(unit, new Id<Page>(page)), stop) : Task.CompletedTask;

    private static async Task Purge(Unit unit, Id<Page> id)
    {
        if (await unit.IsDue(id.As<Thing>())) await unit.Blank(unit.Db.The<Page>().Where(p => p.Id == id));
    }
}

public static class PageBlanking
{
    /// <summary>Everything that was written on pages, and who wrote it.</summary>
    internal static async Task Blank(this Unit unit, IQueryable<Page> pages)
    {
        var db = unit.Db;
        await db.The<PageUpdate>().Where(u => pages.Any(p => p.Id == u.PageId)).ExecuteDeleteAsync();
        await db.The<PageVersion>().Where(v => pages.Any(p => p.Id == v.PageId)).ExecuteDeleteAsync();
        await db.The<PageState>().Where(s => pages.Any(p => p.Id == s.PageId)).ExecuteDeleteAsync();
        await db.The<PageWriter>().Where(w => pages.Any(p => p.Id == w.PageId)).ExecuteDeleteAsync();
        await pages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, ""));
    }
}
