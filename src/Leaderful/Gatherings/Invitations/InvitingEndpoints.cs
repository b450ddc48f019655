using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Gatherings.Invitations;

public sealed record InviteModel(GatheringHead Head, IReadOnlyList<Invitable> Open, int Invited, Form Form)
{
    /// <summary>Whom no letter reaches.</summary>
    public IReadOnlyList<Invitable> Unreached { get; init; } = [];
}

/// <summary>Its hosts write to those it is for, once to each.</summary>
public static class InvitingEndpoints
{
    public static void MapGatheringInvitations(this RouteGroupBuilder gatherings)
    {
        gatherings.MapGet("/{id}/invitations", Show);
        gatherings.MapPost("/{id}/invitations", Invite).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Gathering> id, Viewer viewer, Db db) =>
        await GatheringAccess.ForHosting(db, viewer, id) is { } head ? Screen.Show<InvitePage, InviteModel>(await Model(db, head, Form.Empty)) : Results.NotFound();

    private static async Task<IResult> Invite(Id<Gathering> id, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads, CalendarInvitations calendars)
    {
        if (await GatheringAccess.ForHosting(db, viewer, id) is not { } head) return Results.NotFound();
        var chosen = form.All("whom").Select(w => Id<Person>.TryParse(w, null, out var person) ? person : default).ToHashSet();
        var isAll = form["all"].Length > 0;
        if (!isAll && chosen.Count == 0) form.Refuse("whom", viewer.Words["gatherings.wrong.whom"]);
        if (!form.IsRight) return Screen.ShowAgain<InvitePage, InviteModel>(await Model(db, head, form));
        var paper = await letterheads.For(context);
        var count = await writes.Do(unit => unit.InviteTo(paper, calendars, viewer.Me, id, isAll ? null : chosen));
        // Where letters did not go to all of them, who is left is what one reads next.
        var isWhole = !isAll || (await db.NotInvitableTo(id)).Count == 0;
        return Screen.Go($"{viewer.Here.Path}/gatherings/{id}{(isWhole ? "" : "/invitations")}", new Done("gatherings.invited", Name: viewer.Words.Count("gatherings.letters", count)));
    }

    private static async Task<InviteModel> Model(Db db, GatheringHead head, Form form) => new(head, await db.InvitableTo(head.Id), await db.InvitedTo(head.Id), form) { Unreached = await db.NotInvitableTo(head.Id) };
}
