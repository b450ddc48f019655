using System.Collections.Concurrent;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Pages.Mentions;
using Leaderful.Search;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Together;

/// <summary>
/// Makes a page's state anew once it has been quiet for a moment, or at the latest after a while: so that it opens fast, is shown
/// without script and is found by its words. What it missed, because the house was closed, it makes up for at the start.
/// </summary>
public sealed class PageKeeper(IServiceScopeFactory scopes, Writes writes, InstanceAddress address, TimeProvider time, ILogger<PageKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Id<Page>, (DateTime First, DateTime Last)> touched = new();

    public void Touch(Id<Page> id)
    {
        var now = time.Utc();
        touched.AddOrUpdate(id, (now, now), (_, was) => (was.First, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            await Overlooked();
            while (await timer.WaitForNextTickAsync(stoppingToken)) await KeepDue();
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Overlooked()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        foreach (var id in await db.Ask($"""
            SELECT p."Id" FROM pages p WHERE p."Head" > COALESCE((SELECT s."UpTo" FROM page_states s WHERE s."PageId" = p."Id"), 0)
            """, row => row.Id<Page>(0))) Touch(id);
    }

    private async Task KeepDue()
    {
        var now = time.Utc();
        foreach (var (id, when) in touched)
        {
            if (now - when.Last < Quiet && now - when.First < Latest) continue;
            touched.TryRemove(id, out _);
            try
            {
                await Keep(id);
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The state of a page could not be made; it is tried again.");
                Touch(id);
            }
        }
    }

    /// <summary>Makes the state of a page as it stands now. Whoever copies what names somebody speaks to nobody: then nobody is told.</summary>
    public async Task Keep(Id<Page> id, bool tells = true)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var written = await db.Written(id);
        if (written.UpTo == 0) return;
        var doc = PageText.Read(written);
        var (bytes, html) = (doc.EncodeStateAsUpdate(), PageText.Html(doc));
        var links = LinkTarget.In(html, html, await address.Known(), LinkTarget.MostOnPages);
        var named = await db.NamedOn(id, html, await db.The<PageState>().Where(s => s.PageId == id).Select(s => s.UpTo).SingleOrDefaultAsync());
        if (!tells) named = named with { Writing = named.People };
        await writes.Do(async unit =>
        {
            var page = await unit.Db.The<Page>().SingleOrDefaultAsync(p => p.Id == id);
            var state = await unit.Db.The<PageState>().AsTracking().SingleOrDefaultAsync(s => s.PageId == id);
            if (page is null || state?.UpTo >= written.UpTo || !await unit.Db.The<PageUpdate>().AnyAsync(u => u.PageId == id)) return;
            if (state is null) unit.Db.Add(new PageState { PageId = id, CommunityId = page.CommunityId, UpTo = written.UpTo, Bytes = bytes, Html = html });
            else (state.UpTo, state.Bytes, state.Html) = (written.UpTo, bytes, html);
            await unit.Relink(page, links);
            await unit.Name(page, named);
            unit.Reindex(id.As<Thing>());
        });
    }
}
