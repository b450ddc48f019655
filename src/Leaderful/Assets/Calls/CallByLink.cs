using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets.Calls;

/// <summary>A call as the letter about it leads to it. Without a call the link still ends such letters; without a community it is nobody's.</summary>
public sealed record CalledModel(string? Community, Call? Call, string Caller, bool Can, bool Agrees, string Address, Form Form);

/// <summary>Whoever has the letter says that they can help, or wants no more of them, without signing in. Looking changes nothing.</summary>
public static class CallByLink
{
    public const string Path = "/called/";

    /// <summary>So long after a call its letter still leads to where one ends them.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromDays(180);

    public static void MapCallByLink(this IEndpointRouteBuilder app)
    {
        var answers = app.MapGroup(Path).ForAnyone("whoever has the letter answers for the one it was sent to").RequireRateLimiting(RateLimits.Knocking);
        answers.MapGet("{token}", async (string token, Db db, TimeProvider time) => Page(await Find(db, token, time.Utc()), token, time.Utc(), Form.Empty));
        answers.MapPost("{token}", Help);
        answers.MapPost("{token}/ending", NoMore);
    }

    private static async Task<IResult> Help(string token, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await Find(db, token, time.Utc()) is not { } found) return Page(null, token, time.Utc(), form);
        var line = form.Line("line", CallAnswer.LongestLine, viewer.Words["calls.wrong.line-long"]);
        if (!form.IsRight) return Page(found, token, time.Utc(), form);
        await writes.Do(async unit =>
        {
            if (await unit.Consume(token, LinkPurpose.Called) is not null) await unit.CanHelp(found.Person, found.Call.Id, line);
        });
        return Screen.Go($"{Path}{token}");
    }

    private static async Task<IResult> NoMore(string token, Db db, Writes writes, TimeProvider time)
    {
        if (await Find(db, token, time.Utc()) is not { } found) return Page(null, token, time.Utc(), Form.Empty);
        await writes.Do(async unit =>
        {
            if (await unit.Consume(token, LinkPurpose.Called) is not null) await unit.NoMoreCalls(found.Person.Id, found.Call.CommunityId);
        });
        return Screen.Go($"{Path}{token}");
    }

    private static IResult Page(Found? found, string token, DateTime now, Form form)
    {
        var model = found is null ? new CalledModel(null, null, "", false, false, "", form)
            : new CalledModel(found.Community, found.Caller is not null && found.Call.What.Length > 0 && found.Call.IsOpen(now) ? found.Call : null, found.Caller?.Name ?? "", found.Can, found.Agrees, $"{Path}{token}", form);
        return Screen.Show<CalledPage, CalledModel>(model, found is null ? StatusCodes.Status410Gone : form.IsRight ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>For as long as the one it was sent to belongs there.</summary>
    private static async Task<Found?> Find(Db db, string token, DateTime now)
    {
        if (await db.FindLink(token, LinkPurpose.Called, now) is not { ThingId: { } thing, PersonId: { } to, CommunityId: { } community }) return null;
        var id = thing.As<Call>();
        var found = await (
            from m in db.MembershipsOf(community)
            join p in db.The<Person>() on m.PersonId equals p.Id
            join k in db.The<Community>() on m.CommunityId equals k.Id
            join c in db.The<Call>() on k.Id equals c.CommunityId
            where m.PersonId == to && c.Id == id && p.LeftAt == null
            select new { Person = p, Community = k.Name, Call = c }).AsNoTracking().SingleOrDefaultAsync();
        return found is null ? null : new Found(found.Person, found.Community, found.Call, await db.CallerOf(found.Call),
            await db.The<CallAnswer>().AnyAsync(a => a.CallId == id && a.PersonId == to && a.CanAt != null), await db.CallWordsOf(to, community) is not null);
    }

    private sealed record Found(Person Person, string Community, Call Call, Caller? Caller, bool Can, bool Agrees);
}
