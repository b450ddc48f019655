using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

public static class AsideEndpoints
{
    public static void MapAside(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/people/{person}").ForMembers("whom somebody would rather not read is theirs to say");
        members.MapPost("/aside", PutAside).RequireRateLimiting(RateLimits.Writing);
        app.MapGroup("/me/aside").ForPeople("it takes back only what they said themselves").MapPost("/{aside}/ending", TakeUp).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> PutAside(Id<Accounts.Person> person, Viewer viewer, Db db, Writes writes)
    {
        var here = viewer.Here;
        if (person == viewer.Me.PersonId || await db.MembersOf(here.Id, person).SingleOrDefaultAsync() is not { } member) return Results.NotFound();
        await writes.Do(unit => unit.PutAside(viewer.Me, new(member.ActorId), here.Id));
        return Screen.Go($"{here.Path}/people/{person}", new Done("care.aside.done", Name: member.Name));
    }

    private static async Task<IResult> TakeUp(Id<SetAside> aside, Form form, Viewer viewer, Db db, Writes writes)
    {
        var about = await (
            from s in db.The<SetAside>()
            join other in db.The<Actor>() on s.OtherId equals other.Id
            where s.Id == aside && s.PersonId == viewer.Me.PersonId
            select new { s.CommunityId, other.PersonId, other.Name }).SingleOrDefaultAsync();
        if (about is null || !await writes.Do(unit => unit.TakeUp(viewer.Me, aside))) return Results.NotFound();
        var back = form.Has("member") && viewer.Me.In(about.CommunityId) is { } here ? $"{here.Path}/people/{about.PersonId}" : "/me";
        return Screen.Go(back, new Done("care.aside.over", Name: about.Name));
    }
}
