using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings.Letters;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Invitations;

/// <summary>A gathering as the letter about it leads to it; nothing where the link has had its day.</summary>
public sealed record ByLinkModel(Gathering? Gathering, Coming? Mine, string Address);

/// <summary>Whoever has the letter answers without signing in, for this gathering alone. Looking changes nothing.</summary>
public static class AnsweringByLink
{
    public const string Path = "/coming/";

    public static void MapAnsweringByLink(this IEndpointRouteBuilder app)
    {
        var answers = app.MapGroup(Path).ForAnyone("whoever has the letter answers for the one it was sent to").RequireRateLimiting(RateLimits.Knocking);
        answers.MapGet("{token}", Show);
        answers.MapPost("{token}", Answer);
    }

    private static async Task<IResult> Show(string token, Db db, TimeProvider time) => Page(await Find(db, token, time.Utc()), token);

    private static async Task<IResult> Answer(string token, Form form, Db db, Writes writes, TimeProvider time)
    {
        if (await Find(db, token, time.Utc()) is not var (gathering, person, _) || !Enum.TryParse<Coming>(form["coming"], out var coming) || !Enum.IsDefined(coming)) return Page(null, token);
        await writes.Do(async unit =>
        {
            if (await unit.Consume(token, LinkPurpose.Coming) is not null) await unit.AnswerGathering(person.ActorId, gathering.Id, coming);
        });
        return Screen.Go($"{Path}{token}");
    }

    private static IResult Page((Gathering Gathering, Person Person, Coming? Mine)? found, string token) =>
        Screen.Show<ByLinkPage, ByLinkModel>(new(found?.Gathering, found?.Mine, $"{Path}{token}"), found is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);

    /// <summary>For as long as the one it was sent to sees the gathering.</summary>
    private static async Task<(Gathering Gathering, Person Person, Coming? Mine)?> Find(Db db, string token, DateTime now)
    {
        if (await db.FindLink(token, LinkPurpose.Coming, now) is not { ThingId: { } thing, PersonId: { } to }) return null;
        var id = thing.As<Gathering>();
        if (await db.SeenBy(id).SingleOrDefaultAsync(p => p.Id == to) is not { } person) return null;
        var gathering = await db.The<Gathering>().AsNoTracking().SingleAsync(g => g.Id == id);
        return (gathering, person, await db.The<GatheringAnswer>().Where(a => a.GatheringId == id && a.ActorId == person.ActorId).Select(a => a.Coming).FirstOrDefaultAsync());
    }
}
