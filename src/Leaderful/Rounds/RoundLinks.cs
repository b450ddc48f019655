using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Rounds.Letters;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>A round as a letter's link leads to it; nothing where the link has had its day.</summary>
public sealed record LinkedRound(Round It, Id<Person> PersonId, RoundAnswer? Mine, Community Community, IReadOnlyList<Mate> Mates);

public sealed record LinkedRoundModel(LinkedRound? Round, string Token, DateTime Now);

/// <summary>Whoever has the letter answers without signing in, for its reader and about this round alone. Looking changes nothing.</summary>
public static class RoundLinks
{
    public const string Path = "/rounds/";

    public static void MapRoundLinks(this IEndpointRouteBuilder app)
    {
        var holders = app.MapGroup(Path).ForAnyone("whoever has the letter answers for the one it was sent to").RequireRateLimiting(RateLimits.Knocking);
        holders.MapGet("{token}", async (string token, Db db, TimeProvider time) => Page(await db.FindRound(token, time.Utc()), token, time.Utc()));
        holders.MapPost("{token}", Reply);
    }

    internal static string NewRoundLink(this Unit unit, Round round, Id<Person> person) =>
        unit.OpenLink(new(LinkPurpose.Round, round.CommunityId, round.Id.As<Thing>(), unit.Now + RoundPaper.LinkLasts) { To = person });

    private static async Task<IResult> Reply(string token, Form form, Db db, Writes writes, TimeProvider time)
    {
        if (await db.FindRound(token, time.Utc()) is not { } found || !Enum.TryParse<RoundReply>(form["reply"], out var reply) || !Enum.IsDefined(reply)) return Page(null, token, time.Utc());
        await writes.Do(async unit =>
        {
            if (await unit.Consume(token, LinkPurpose.Round) is not null) await unit.ReplyToRound(found.PersonId, found.It.Id, reply);
        });
        return Screen.Go($"{Path}{token}");
    }

    private static IResult Page(LinkedRound? found, string token, DateTime now) =>
        Screen.Show<LinkedRoundPage, LinkedRoundModel>(new(found, token, now), found is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);

    /// <summary>For as long as the one it was sent to belongs there.</summary>
    private static async Task<LinkedRound?> FindRound(this Db db, string token, DateTime now)
    {
        if (await db.FindLink(token, LinkPurpose.Round, now) is not { ThingId: { } thing, PersonId: { } to }) return null;
        var id = thing.As<Round>();
        var round = await db.The<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && db.The<Thing>().Any(t => t.Id == thing && t.DeletedAt == null));
        if (round is null || !await db.PeopleAt(round.Place, round.OnId).AnyAsync(p => p.Id == to)) return null;
        var mine = await db.The<RoundAnswer>().AsNoTracking().SingleOrDefaultAsync(a => a.RoundId == id && a.PersonId == to);
        var mates = mine?.Pair is { } pair ? (await db.MatesOf(round, pair)).Others(to) : [];
        return new(round, to, mine, await db.The<Community>().SingleAsync(c => c.Id == round.CommunityId), mates);
    }
}
