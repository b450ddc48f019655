using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Linking;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Mentions;
using Leaderful.Pages.Playback;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

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
        await db.The<Passage>().Where(b => pages.Any(p => p.Id == b.PageId)).ExecuteUpdateAsync(b => b.SetProperty(x => x.Quote, "").SetProperty(x => x.Instead, (string?)null));
        await unit.DropFiles(db.The<Attachment>().Where(a => pages.Any(p => p.Id.As<Thing>() == a.ThingId)));
        await db.The<PageMention>().Where(m => pages.Any(p => p.Id == m.PageId)).ExecuteDeleteAsync();
        await unit.Unlink(pages);
        await unit.ForgetMomentsIn((await pages.Select(p => p.Id).ToListAsync()).ConvertAll(p => p.As<Story>()));
        await pages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, "").SetProperty(x => x.Reason, ""));
    }
}
