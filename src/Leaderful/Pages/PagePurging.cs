using Leaderful.Conversations;
using Leaderful.Data;
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
