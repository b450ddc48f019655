using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class DepartureEndpoints
{
    private const string Path = "/me/departure";

    public static void MapDeparture(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup(Path).ForPeople("everybody may go, in their own way").WithRecentProof(Path);
        mine.MapGet("", async (Viewer viewer, Db db) => Screen.Show<DeparturePage, DepartureModel>(await Model(viewer, db, Form.With(("words", "kept")))));
        mine.MapPost("", Go).RequireRateLimiting(RateLimits.Knocking);
        routes.MapGroup("/farewell").ForAnyone("whoever has just gone is nobody here").MapGet("", (Viewer viewer) => Screen.Show<MessagePage, Message>(
            new Message(viewer.Words["departure.farewell.title"], viewer.Words["departure.farewell.text"], "/", viewer.Words["message.home"])));
    }

    private static async Task<IResult> Go(HttpContext context, Form form, Viewer viewer, Writes writes)
    {
        var services = context.RequestServices;
        if (form["words"] is not ("kept" or "erased")) form.Refuse("words", viewer.Words["departure.words.missing"]);
        var departure = new Departure(form["words"] == "erased", form.Has("alone"), form["successor"])
        {
            AddressHash = services.GetRequiredService<AddressHasher>().Hash(viewer.Me.Email), Languages = services.GetRequiredService<Languages>(),
        };
        var departed = form.IsRight ? await writes.Do(unit => unit.Depart(viewer.Me, departure)) : (Departed?)null;
        if (departed is Departed.NeedsSteward) form.Refuse("alone", viewer.Words["departure.alone.missing"]);
        if (departed is Departed.NeedsOperator) form.Refuse("successor", viewer.Words[form["successor"].Length == 0 ? "departure.operator.missing" : "departure.operator.unknown"]);
        if (!form.IsRight) return Screen.ShowAgain<DeparturePage, DepartureModel>(await Model(viewer, services.GetRequiredService<Db>(), form));
        DeviceCookie.TakeBack(context);
        return Screen.Go("/farewell");
    }

    private static async Task<DepartureModel> Model(Viewer viewer, Db db, Form form) => new(
        form,
        await db.TendedAlone(viewer.Me.PersonId).ToListAsync(),
        viewer.Me.IsOperator && await db.IsOnlyOperator(viewer.Me.PersonId));
}

public sealed record DepartureModel(Form Form, IReadOnlyList<Community> Alone, bool IsOnlyOperator);
