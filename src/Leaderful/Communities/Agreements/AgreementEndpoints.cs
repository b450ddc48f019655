using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Agreements;

public sealed record AgreementFormModel(Id<Agreement>? Id, Form Form);

public sealed record OneVersion(AgreementVersion Version, string By);

public sealed record AgreementModel(Agreement Agreement, IReadOnlyList<OneVersion> Versions);

public static class AgreementEndpoints
{
    public static void MapAgreements(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/agreements").ForMembers("they live by them").BeforeAgreeing();
        members.MapGet("", async (Viewer viewer, Db db) => Screen.Show<AgreementsPage, IReadOnlyList<Agreed>>(await db.AgreementsOf(viewer.Here.Id)));
        members.MapGet("/{agreement}", Show);
        members.MapWaiting();

        var stewards = app.MapGroup("/c/{community}/agreements").ForStewards("they keep the wording").BeforeAgreeing();
        stewards.MapGet("/new", () => Screen.Show<AgreementForm, AgreementFormModel>(new AgreementFormModel(null, Form.Empty)));
        stewards.MapPost("", Write).RequireRateLimiting(RateLimits.Writing);
        stewards.MapGet("/{agreement}/wording", Edit);
        stewards.MapPost("/{agreement}/wording", Revise).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{agreement}/retirement", Retire).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{agreement}/restoration", Restore).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Agreement> agreement, Viewer viewer, Db db)
    {
        if (await Find(db, viewer.Here, agreement) is not { } found) return Results.NotFound();
        var versions = await (
            from version in db.The<AgreementVersion>()
            join actor in db.The<Actor>() on version.WrittenById equals actor.Id
            where version.AgreementId == agreement
            orderby version.Number descending
            select new OneVersion(version, actor.Name)).ToListAsync();
        return Screen.Show<AgreementPage, AgreementModel>(new AgreementModel(found, versions));
    }

    private static async Task<IResult> Write(Form form, Viewer viewer, Writes writes)
    {
        var (title, text) = Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<AgreementForm, AgreementFormModel>(new AgreementFormModel(null, form));
        await writes.Do(async unit => await AcceptOwn(unit, viewer, unit.WriteAgreement(viewer.Here.Id, viewer.Me.ActorId, title, text).Id));
        return Screen.Go($"{viewer.Here.Path}/agreements", new Done("agreements.written", Draft: $"agreement-{viewer.Here.Slug}"));
    }

    private static async Task<IResult> Edit(Id<Agreement> agreement, Viewer viewer, Db db)
    {
        if (await Find(db, viewer.Here, agreement) is not { RetiredAt: null } found) return Results.NotFound();
        var now = await db.The<AgreementVersion>().SingleAsync(v => v.AgreementId == agreement && v.Number == found.Version);
        return Screen.Show<AgreementForm, AgreementFormModel>(new AgreementFormModel(agreement, Form.With(("title", now.Title), ("text", now.Text))));
    }

    private static async Task<IResult> Revise(Id<Agreement> agreement, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, agreement) is not { RetiredAt: null }) return Results.NotFound();
        var (title, text) = Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<AgreementForm, AgreementFormModel>(new AgreementFormModel(agreement, form));
        await writes.Do(async unit =>
        {
            await unit.ReviseAgreement(agreement, viewer.Here.Id, viewer.Me.ActorId, title, text);
            await AcceptOwn(unit, viewer, agreement);
        });
        return Screen.Go($"{viewer.Here.Path}/agreements/{agreement}", new Done("agreements.revised", Draft: $"agreement-{agreement}"));
    }

    /// <summary>Who writes an agreement has accepted what they wrote.</summary>
    private static async Task AcceptOwn(Unit unit, Viewer viewer, Id<Agreement> written)
    {
        await unit.Db.SaveChangesAsync();
        var now = (await unit.Db.AgreementsOf(viewer.Here.Id)).Where(a => a.Id == written).ToList();
        await unit.Accept(viewer.Here.Id, await unit.ThePerson(viewer.Me.PersonId), now);
    }

    private static async Task<IResult> Retire(Id<Agreement> agreement, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, agreement) is not { RetiredAt: null }) return Results.NotFound();
        await writes.Do(unit => unit.RetireAgreement(agreement, viewer.Here.Id, viewer.Me.ActorId));
        return Screen.Go($"{viewer.Here.Path}/agreements", new Done("agreements.retired", $"{viewer.Here.Path}/agreements/{agreement}/restoration"));
    }

    private static async Task<IResult> Restore(Id<Agreement> agreement, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, agreement) is null) return Results.NotFound();
        await writes.Do(unit => unit.RestoreAgreement(agreement, viewer.Here.Id, viewer.Me.ActorId));
        return Screen.Go($"{viewer.Here.Path}/agreements/{agreement}", new Done("agreements.restored"));
    }

    private static (string Title, string Text) Read(Form form, Words words) => (
        form.Line("title", 120, words["agreements.title-long"], words["agreements.title-missing"]),
        form.Text("text", 20_000, words["agreements.text-long"], words["agreements.text-missing"]));

    private static Task<Agreement?> Find(Db db, Here here, Id<Agreement> agreement) =>
        db.The<Agreement>().SingleOrDefaultAsync(a => a.Id == agreement && a.CommunityId == here.Id);
}
