using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

public sealed record MemberModel(Member Member, IReadOnlyList<ShownEntry> Portrait, Photo? Photo, ILookup<Id<Thing>, SpokenOf> Begun, Form Form, Id<SetAside>? Aside)
{
    /// <summary>Pages that name them.</summary>
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];
}

public static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/people").ForMembers("they know who is here");
        members.MapGet("", List);
        members.MapGet("/{person}", One);
        app.MapGroup("/c/{community}/people/file").ForStewards("they answer for who is here; members see the same, page by page").MapGet("", MembersFile.TakeAlong);
        var stewards = app.MapGroup("/c/{community}/people/{person}").ForStewards("they end a membership, and take that back");
        stewards.MapPost("/ending", End).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/restoration", Restore).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> List(Viewer viewer, Db db, string? q, string? facet, int page = 1) =>
        Screen.Show<PeoplePage, PeopleModel>(await db.People(viewer.Me, viewer.Here, PeopleWish.Of(q, facet, page)));

    private static async Task<IResult> One(Id<Person> person, Viewer viewer, Db db) =>
        await Find(db, viewer.Here, person) is { } member
            ? Screen.Show<MemberPage, MemberModel>(await db.Model(viewer, member, Form.Empty))
            : Results.NotFound();

    private static async Task<IResult> End(Id<Person> person, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, person) is not { StewardSince: null } member) return Results.NotFound();
        var because = form.Text("because", 400, viewer.Words["people.because-long"]);
        if (!form.IsRight) return Screen.ShowAgain<MemberPage, MemberModel>(await db.Model(viewer, member, form));
        var ended = await writes.Do(unit => unit.EndMembership(viewer.Here.Id, person, viewer.Me.ActorId, because));
        return Screen.Go($"{viewer.Here.Path}/people", ended ? new Done("people.ended", $"{viewer.Here.Path}/people/{person}/restoration", member.Name) : null);
    }

    private static async Task<IResult> Restore(Id<Person> person, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.RestoreMembership(viewer.Here.Id, person, viewer.Me.ActorId))
            ? Screen.Go($"{viewer.Here.Path}/people/{person}", new Done("people.restored"))
            : Results.NotFound();

    private static async Task<MemberModel> Model(this Db db, Viewer viewer, Member member, Form form)
    {
        var entries = await db.PortraitOf(member.PersonId, viewer.Me.Scopes);
        var begun = await db.ConversationsAbout(viewer, entries.ConvertAll(e => e.Id.As<Thing>()));
        return new MemberModel(member, entries, await db.PhotoOf(member.PersonId, viewer.Me.Scopes), begun, form, await db.AsideTo(viewer, member)) { Pointing = await db.PagesPointingTo(viewer, member.PersonId) };
    }

    private static Task<Id<SetAside>?> AsideTo(this Db db, Viewer viewer, Member member)
    {
        var other = new Id<Actor>(member.ActorId);
        return db.The<SetAside>().Where(s => s.PersonId == viewer.Me.PersonId && s.CommunityId == viewer.Here.Id && s.OtherId == other).Select(s => (Id<SetAside>?)s.Id).SingleOrDefaultAsync();
    }

    private static Task<Member?> Find(Db db, Here here, Id<Person> person) =>
        db.MembersOf(here.Id, person).SingleOrDefaultAsync();
}
