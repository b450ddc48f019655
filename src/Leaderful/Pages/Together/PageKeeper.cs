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
/// without script and is found by its words. What it missed, because the house was closed, it makes up for at the start; what
/// was written on another node, where that one has not after a while, for it may have died.
/// </summary>
public sealed class PageKeeper(IServiceScopeFactory scopes, Writes writes, InstanceAddress address, Signals signals, TimeProvider time, ILogger<PageKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan QuietElsewhere = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Id<Page>, Touched> touched = new();

    public void Touch(Id<Page> id)
    {
        var now = time.Utc();
        touched.AddOrUpdate(id, new Touched(now, now, IsOurs: true), (_, was) => new Touched(was.IsOurs ? was.First : now, now, IsOurs: true));
    }

    private void Hear(string stream)
    {
        if (!Streams.TryReadPage(stream, out var id, out var number) || number is null) return;
        var now = time.Utc();
        touched.AddOrUpdate(id, new Touched(now, now, IsOurs: false), (_, was) => was.IsOurs ? was : was with { Last = now });
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = signals.Listen(Hear);
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
        foreach (var id in await scope.ServiceProvider.GetRequiredService<Db>().Lacking($"1 = 1")) Touch(id);
    }

    private async Task KeepDue()
    {
        var now = time.Utc();
        foreach (var (id, when) in touched)
        {
            if (!when.IsDue(now)) continue;
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
        if ((await db.Lacking($"""p."Id" = {id}""")).Count == 0) return;
        var written = await db.Written(id);
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

    private sealed record Touched(DateTime First, DateTime Last, bool IsOurs)
    {
        public bool IsDue(DateTime now) => IsOurs ? now - Last >= Quiet || now - First >= Latest : now - Last >= QuietElsewhere;
    }
}
