using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

public sealed record StewardsModel(IReadOnlyList<Member> Stewards, IReadOnlyList<Member> Others, Form Form);

/// <summary>Handing over in a minute: name somebody, step down.</summary>
public static class StewardEndpoints
{
    public static void MapStewards(this IEndpointRouteBuilder app)
    {
        var stewards = app.MapGroup("/c/{community}/stewards").ForStewards("they hand over");
        stewards.MapGet("", async (Viewer viewer, Db db) => Screen.Show<StewardsPage, StewardsModel>(await Model(db, viewer.Here, Form.Empty)));
        stewards.MapPost("", Name).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{person}/withdrawal", Unname).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/resignation", StepDown).RequireRateLimiting(RateLimits.Writing);
        var members = app.MapGroup("/c/{community}/stewards").ForMembers("whoever has just stepped down may take it back");
        members.MapPost("/return", StepUpAgain).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Name(Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        var here = viewer.Here;
        var named = Id<Person>.TryParse(form["person"], null, out var id) ? await db.MembersOf(here.Id, id).SingleOrDefaultAsync() : null;
        if (named is null) form.Refuse("person", viewer.Words["stewards.nobody-chosen"]);
        if (named is null) return Screen.ShowAgain<StewardsPage, StewardsModel>(await Model(db, here, form));
        var paper = await letterheads.For(context);
        var done = await writes.Do(unit => unit.NameSteward(here.Id, named.PersonId, viewer.Me, paper));
        return Screen.Go($"{here.Path}/stewards", done ? new Done("stewards.named", $"{here.Path}/stewards/{named.PersonId}/withdrawal", named.Name) : null);
    }

    private static async Task<IResult> Unname(Id<Person> person, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.UnnameSteward(viewer.Here.Id, person, viewer.Me.ActorId))
            ? Screen.Go($"{viewer.Here.Path}/stewards", new Done("stewards.unnamed"))
            : Results.NotFound();

    private static async Task<IResult> StepDown(Form form, Viewer viewer, Db db, Writes writes)
    {
        var here = viewer.Here;
        if (await writes.Do(unit => unit.StepDown(here.Id, viewer.Me)) != Stepping.LastOne)
            return Screen.Go(here.Path, new Done("stewards.stepped-down", $"{here.Path}/stewards/return"));
        form.Refuse("person", viewer.Words["stewards.last-one"]);
        return Screen.ShowAgain<StewardsPage, StewardsModel>(await Model(db, here, form));
    }

    private static async Task<IResult> StepUpAgain(Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.StepUpAgain(viewer.Here.Id, viewer.Me))
            ? Screen.Go($"{viewer.Here.Path}/stewards", new Done("stewards.back"))
            : Results.NotFound();

    private static async Task<StewardsModel> Model(Db db, Here here, Form form)
    {
        var all = await db.MembersOf(here.Id).ToListAsync();
        return new StewardsModel([.. all.Where(m => m.StewardSince is not null)], [.. all.Where(m => m.StewardSince is null)], form);
    }
}
