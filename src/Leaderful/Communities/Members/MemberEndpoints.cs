using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

public sealed record PeopleModel(IReadOnlyList<Member> Members, int Count, int Page, bool More, IReadOnlyList<Ended> Ended);

public sealed record MemberModel(Member Member, Form Form);

public static class MemberEndpoints
{
    private const int OnOnePage = 200;

    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/people").ForMembers("they know who is here");
        members.MapGet("", List);
        members.MapGet("/{person}", One);
        var stewards = app.MapGroup("/c/{community}/people/{person}").ForStewards("they end a membership, and take that back");
        stewards.MapPost("/ending", End).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/restoration", Restore).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> List(Viewer viewer, Db db, int page = 1)
    {
        page = Math.Clamp(page, 1, 10_000);
        var found = await db.MembersOf(viewer.Here.Id).Skip((page - 1) * OnOnePage).Take(OnOnePage + 1).ToListAsync();
        return Page.Show<PeoplePage, PeopleModel>(new PeopleModel(
            [.. found.Take(OnOnePage)], await db.MemberCount(viewer.Here.Id), page, found.Count > OnOnePage, viewer.Here.IsSteward ? await db.EndedIn(viewer.Here.Id) : []));
    }

    private static async Task<IResult> One(Id<Person> person, Viewer viewer, Db db) =>
        await Find(db, viewer.Here, person) is { } member
            ? Page.Show<MemberPage, MemberModel>(new MemberModel(member, Form.Empty))
            : Results.NotFound();

    private static async Task<IResult> End(Id<Person> person, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, person) is not { StewardSince: null } member) return Results.NotFound();
        var because = form.Text("because", 400, viewer.Words["people.because-long"]);
        if (!form.IsRight) return Page.ShowAgain<MemberPage, MemberModel>(new MemberModel(member, form));
        var ended = await writes.Do(unit => unit.EndMembership(viewer.Here.Id, person, viewer.Me.ActorId, because));
        return Page.Go($"{viewer.Here.Path}/people", ended ? new Done("people.ended", $"{viewer.Here.Path}/people/{person}/restoration", member.Name) : null);
    }

    private static async Task<IResult> Restore(Id<Person> person, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.RestoreMembership(viewer.Here.Id, person, viewer.Me.ActorId))
            ? Page.Go($"{viewer.Here.Path}/people/{person}", new Done("people.restored"))
            : Results.NotFound();

    private static Task<Member?> Find(Db db, Here here, Id<Person> person) =>
        db.MembersOf(here.Id, person).SingleOrDefaultAsync();
}
