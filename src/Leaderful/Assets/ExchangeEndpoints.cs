using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Assets;

/// <summary>Asking for an offer; <c>Waiting</c> is what was asked for it before and has no answer yet.</summary>
public sealed record ExchangeModel(OpenOffer Offer, Form Form, Id<Commitment>? Waiting)
{
    public string Draft => $"exchange:{Offer.Id}";
}

public static class ExchangeEndpoints
{
    public static void MapExchanges(this RouteGroupBuilder assets)
    {
        assets.MapGet("/{entry}/exchange", Show);
        assets.MapPost("/{entry}/exchange", Ask).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<PortraitEntry> entry, Viewer viewer, Db db, string? q) => await db.OfferOpenTo(viewer, entry) is { } offer
        ? Screen.Show<ExchangePage, ExchangeModel>(new(offer, Form.With(("what", Clean.Line(q ?? "") is { Length: <= Need.LongestText } what ? what : "")), await db.WaitingFor(viewer.Me.ActorId, entry))) : Results.NotFound();

    private static async Task<IResult> Ask(Id<PortraitEntry> entry, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await db.OfferOpenTo(viewer, entry) is not { } offer) return Results.NotFound();
        var what = form.Line("what", Commitment.LongestWhat, viewer.Words["assets.wrong.what-long"], viewer.Words["assets.wrong.what-missing"]);
        var gives = form.Line("gives", Exchange.LongestGives, viewer.Words["assets.wrong.gives-long"]);
        var waiting = await db.WaitingFor(viewer.Me.ActorId, entry);
        if (waiting is not null) form.Refuse("what", viewer.Words["assets.wrong.waiting"]);
        if (form.IsRight && await writes.Do(unit => unit.AskFor(viewer.Me, viewer.Here.Id, offer, what, gives)) is { } id)
            return Screen.Go($"{viewer.Here.Path}/assets#exchanges", new Done("assets.asked", $"{viewer.Here.Path}/commitments/{id}/deletion", offer.Name, $"exchange:{entry}"));
        return form.IsRight ? Results.NotFound() : Screen.ShowAgain<ExchangePage, ExchangeModel>(new(offer, form, waiting));
    }
}
