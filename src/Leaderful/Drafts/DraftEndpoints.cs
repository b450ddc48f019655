using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>What is typed is kept at the address of what it is about, behind that thing's own door.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var community = app.MapGroup("/c/{community}").ForMembers("Drafts are their author's own.");
        community.MapPost("/conversations/draft", KeepBeginning).RequireRateLimiting(RateLimits.Keeping);
        community.MapPost("/conversations/{id}/draft", KeepReply).RequireRateLimiting(RateLimits.Keeping);
        community.MapPost("/conversations/{id}/posts/{number:int}/draft", KeepEdit).RequireRateLimiting(RateLimits.Keeping);
        community.MapGet("/drafts", List);
        community.MapPost("/drafts/{draft}/deletion", ThrowAway).RequireRateLimiting(RateLimits.Writing);
        community.MapPost("/drafts/{draft}/restoration", TakeBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static Task<IResult> KeepBeginning(Form form, Db db, Viewer viewer, Writes writes) =>
        Keep(form, db, viewer, writes, DraftPlace.Beginning(viewer, form["from"]));

    private static async Task<IResult> KeepReply(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes) =>
        await ConversationAccess.ForReading(db, viewer, id) is not null
            ? await Keep(form, db, viewer, writes, DraftPlace.Reply(viewer, id)) : Results.NotFound();

    private static async Task<IResult> KeepEdit(Id<Conversation> id, int number, Form form, Db db, Viewer viewer, Writes writes) =>
        await PostAccess.ForRewriting(db, viewer, id, number) is { } post
            ? await Keep(form, db, viewer, writes, DraftPlace.Edit(viewer, post)) : Results.NotFound();

    private static async Task<IResult> Keep(Form form, Db db, Viewer viewer, Writes writes, DraftPlace place)
    {
        var typed = Typed.In(form);
        try
        {
            var kept = await writes.Do(unit => unit.Keep(viewer.Me, place, typed));
            var drafts = await db.DraftsAt(viewer, place) ?? new DraftsShown(place, null, []);
            var own = drafts.Others.Append(drafts.Shown).FirstOrDefault(d => d is not null && d.Stamp == kept.Stamp);
            return Screen.Show<DraftLine, DraftsShown>(new DraftsShown(place, own, [.. drafts.Others.Append(drafts.Shown).OfType<Draft>().Where(d => d != own)]) { Answer = kept });
        }
        catch (DbUpdateException)
        {
            // Two devices in the same moment: the later one sends it again and finds what the other kept.
            return Results.StatusCode(StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IResult> List(Db db, Viewer viewer) =>
        Screen.Show<DraftsPage, IReadOnlyList<BegunDraft>>(await db.BegunBy(viewer));

    private static async Task<IResult> ThrowAway(Id<Draft> draft, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await DraftAccess.ForAuthor(db, viewer, draft) is not { } mine || await DraftAccess.PlaceOf(db, viewer, mine) is not { } place) return Results.NotFound();
        await writes.Do(unit => unit.ThrowAway(draft));
        var done = new Done("drafts.thrown-away", $"{viewer.Here.Path}/drafts/{draft}/restoration", Draft: mine.IsGoneOnWith ? place.Key(viewer) : null);
        return Screen.Go(form.Has("list") ? $"{viewer.Here.Path}/drafts" : $"{place.Page}#text", done);
    }

    private static async Task<IResult> TakeBack(Id<Draft> draft, Db db, Viewer viewer, Writes writes)
    {
        if (await DraftAccess.ForAuthor(db, viewer, draft, thrownAway: true) is not { } mine || await DraftAccess.PlaceOf(db, viewer, mine) is not { } place) return Results.NotFound();
        await writes.Do(unit => unit.TakeBack(draft));
        return Screen.Go($"{place.Page}#text");
    }
}
