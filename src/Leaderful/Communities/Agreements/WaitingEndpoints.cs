using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Communities.Agreements;

public sealed record WaitingModel(IReadOnlyList<(Agreed Now, AgreementVersion? Before)> Waiting, bool MayPutOff, DateTime? PutOffUntil, string Return, Form Form);

/// <summary>Something changed: read it, accept it, put it off for a week, or go.</summary>
public static class WaitingEndpoints
{
    public static void MapWaiting(this RouteGroupBuilder members)
    {
        members.MapGet("/waiting", Show);
        members.MapPost("/acceptance", Accept).RequireRateLimiting(RateLimits.Writing);
        members.MapPost("/respite", PutOff).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, TimeProvider time, string? @return = null)
    {
        var model = await Model(viewer, db, time, @return, Form.Empty);
        return model.Waiting.Count == 0 ? Screen.Go(model.Return) : Screen.Show<WaitingPage, WaitingModel>(model);
    }

    private static async Task<IResult> Accept(Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        var model = await Model(viewer, db, time, form["return"], form);
        var now = model.Waiting.Select(w => w.Now).ToList();
        form.CheckAgreed(now, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<WaitingPage, WaitingModel>(model);
        await writes.Do(async unit =>
        {
            await unit.Hold(viewer.Here.Id);
            await unit.Accept(viewer.Here.Id, await unit.ThePerson(viewer.Me.PersonId), now);
        });
        return Screen.Go(model.Return, new Done("agreements.accepted"));
    }

    private static async Task<IResult> PutOff(Form form, Viewer viewer, Writes writes)
    {
        await writes.Do(async unit =>
        {
            if (await unit.MembershipOf(viewer.Here.Id, viewer.Me.PersonId) is { } membership) membership.PutOff(unit.Now + AgreementGate.Grace);
            unit.Tell(Streams.Of(viewer.Me.PersonId));
        });
        return Screen.Go(ReturnOf(viewer, form["return"]));
    }

    private static async Task<WaitingModel> Model(Viewer viewer, Db db, TimeProvider time, string? @return, Form form)
    {
        var here = viewer.Here;
        return new WaitingModel(
            await db.WaitingFor(here.Id, viewer.Me.PersonId), here.PutOffUntil is null, here.PutOffUntil > time.Utc() ? here.PutOffUntil : null,
            ReturnOf(viewer, @return), form);
    }

    private static string ReturnOf(Viewer viewer, string? wanted) => LocalReturn.IsLocal(wanted) ? wanted : viewer.Here.Path;
}
