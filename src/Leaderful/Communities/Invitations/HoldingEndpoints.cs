using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Communities.Invitations;

public sealed record HoldingModel(string Token, Invited Invited, Form Form);

/// <summary>What the holder of an invitation's link can do. A GET shows, a POST comes in.</summary>
public static class HoldingEndpoints
{
    public static void MapHolding(this IEndpointRouteBuilder app)
    {
        var anyone = app.MapGroup("/join/{token}").ForAnyone("whoever holds the link was invited").RequireRateLimiting(RateLimits.Knocking);
        anyone.MapGet("", Show);
        var people = app.MapGroup("/join/{token}").ForPeople("whoever comes in has an account").RequireRateLimiting(RateLimits.Knocking);
        people.MapPost("", ComeIn);
    }

    private static async Task<IResult> Show(string token, Viewer viewer, Db db, TimeProvider time)
    {
        if (await InvitationAccess.ForHolding(db, token, time.Utc()) is not { } invited) return Closed(viewer);
        return viewer.Session?.In(invited.Community.Id) is { } here
            ? Screen.Go(here.Path)
            : Screen.Show<HoldingPage, HoldingModel>(new HoldingModel(token, invited, Form.Empty));
    }

    private static async Task<IResult> ComeIn(string token, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await InvitationAccess.ForHolding(db, token, time.Utc()) is not { } invited) return Closed(viewer);
        form.CheckAgreed(invited.Agreements, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<HoldingPage, HoldingModel>(new HoldingModel(token, invited, form));
        var used = await writes.Do(async unit => await unit.ComeIn(token, invited.Community.Id, await unit.ThePerson(viewer.Me.PersonId), invited.Agreements));
        return used switch
        {
            Used.Closed => Closed(viewer),
            Used.Joined => Screen.Go(invited.Community.Path, new Done("joining.joined", Name: invited.Community.Name)),
            _ => Screen.Go(invited.Community.Path),
        };
    }

    /// <summary>Run out, used up, ended or never made: the same to whoever holds it.</summary>
    private static IResult Closed(Viewer viewer) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words["invitations.closed-title"], viewer.Words["invitations.closed-text"], "/", viewer.Words["message.home"]),
        StatusCodes.Status404NotFound);
}
