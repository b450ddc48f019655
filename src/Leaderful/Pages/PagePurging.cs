using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>Thirty days after a page was taken down its words go, and every step of how they came to be.</summary>
public sealed class PagePurging(Writes writes) : PurgeWork<Page>(writes)
{
    public const string KindOfWork = "page.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Page> id) => unit.Blank(unit.Db.The<Page>().Where(p => p.Id == id));
}
