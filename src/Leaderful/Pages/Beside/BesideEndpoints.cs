using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Pages.Together;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Beside;

/// <summary>Saying something about words on a page, suggesting others, and settling it. Replies are posts like any other.</summary>
public static class BesideEndpoints
{
    public static void MapBeside(this RouteGroupBuilder pages)
    {
        pages.MapPost("/{id}/beside", Speak).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/beside/{conversation}/settling", Settle).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/beside/{conversation}/settling/ending", Unsettle).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/beside/{conversation}/taking", Take).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Speak(Id<Page> id, Form form, Viewer viewer, Db db, Writes writes, Threads threads)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page || PassageWords.Read(form, viewer.Words) is not { } words) return Results.NotFound();
        await threads.Newcomers.Check(form, db, viewer, begins: true);
        if (!form.IsRight) return Screen.ShowAgain<PagePage, PageModel>(await db.PageModel(viewer, page) with { Speaking = form });
        var said = Said.Of(words.Text, viewer.Origin, await db.Called(viewer, page.ScopeId, words.Text));
        var key = Writing.Key<Conversation>(form) ?? Id<Conversation>.New();
        return await writes.Do(unit => unit.SpeakBeside(viewer.Me.ActorId, id, words, said, key)) is { } begun ? Screen.Go(At(viewer, id, begun)) : Results.NotFound();
    }

    private static async Task<IResult> Settle(Id<Page> id, Id<Conversation> conversation, Viewer viewer, Db db, Writes writes) =>
        await Find(db, viewer, await PageAccess.ForReading(db, viewer, id), conversation) is not null && await writes.Do(unit => unit.Close(viewer.Me.ActorId, conversation))
            ? Screen.Go(At(viewer, id, conversation), new Done("pages.beside.settled-now", $"{viewer.Here.Path}/pages/{id}/beside/{conversation}/settling/ending")) : Results.NotFound();

    private static async Task<IResult> Unsettle(Id<Page> id, Id<Conversation> conversation, Viewer viewer, Db db, Writes writes) =>
        await Find(db, viewer, await PageAccess.ForReading(db, viewer, id), conversation) is not null && await writes.Do(unit => unit.Reopen(viewer.Me.ActorId, conversation))
            ? Screen.Go(At(viewer, id, conversation)) : Results.NotFound();

    /// <summary>Whoever may write may put the other words there; they are claimed first, so that two who do it at once do it once.</summary>
    private static async Task<IResult> Take(Id<Page> id, Id<Conversation> conversation, Viewer viewer, Db db, Writes writes, PageLog log)
    {
        if (await PageAccess.ForWriting(db, viewer, id) is not { } page || await Find(db, viewer, page, conversation) is not { Instead: { } instead } words) return Results.NotFound();
        if (words.TakenAt is not null) return Screen.Go(At(viewer, id, conversation));
        if (Suggestion.Change(await db.Written(id), words.Start, words.End, words.Quote, instead) is not { } change)
            return Screen.Go(At(viewer, id, conversation), new Done("pages.beside.other-words-now"));
        if (!await writes.Do(unit => unit.TakeInstead(viewer.Me.ActorId, conversation))) return Screen.Go(At(viewer, id, conversation));
        if (await log.Write(page, viewer.Me.ActorId, change)) return Screen.Go(At(viewer, id, conversation), new Done("pages.beside.taken-now"));
        await writes.Do(unit => unit.LeaveInstead(viewer.Me.ActorId, conversation));
        return Results.NotFound();
    }

    /// <summary>Whoever reads the page may settle what is said beside it.</summary>
    private static async Task<Passage?> Find(Db db, Viewer viewer, PageHead? page, Id<Conversation> conversation) =>
        page is not null && await ConversationAccess.ForReading(db, viewer, conversation) is not null
            ? await db.The<Passage>().AsNoTracking().SingleOrDefaultAsync(p => p.PageId == page.Id && p.ConversationId == conversation) : null;

    private static string At(Viewer viewer, Id<Page> page, Id<Conversation> conversation) => $"{viewer.Here.Path}/pages/{page}#beside-{conversation}";
}
