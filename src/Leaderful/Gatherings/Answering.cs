using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>Saying whether one comes, and that one was there.</summary>
public static class Answering
{
    /// <summary>False where it is called off: then there is nothing to come to, and only a no still counts.</summary>
    public static async Task<bool> AnswerGathering(this Unit unit, Id<Actor> by, Id<Gathering> id, Coming coming)
    {
        await unit.Mark(id);
        if (coming != Coming.No && await unit.FindGathering(id) is not { CancelledAt: null }) return false;
        if (await unit.AnswerOf(by, id) is not { } answer) return false;
        unit.JournalAnswer(answer, coming);
        answer.Answer(coming, unit.Now);
        if (coming != Coming.Yes) await unit.MendRoundsOf(by);
        return true;
    }

    /// <summary>By mail, which may be late: false where they said something newer before it came.</summary>
    public static async Task<bool> AnswerGathering(this Unit unit, Id<Actor> by, Id<Gathering> id, Coming coming, AnswerVersion version)
    {
        await unit.Mark(id);
        if (await unit.AnswerOf(by, id) is not { } answer || answer.IsNewerThan(version)) return false;
        unit.JournalAnswer(answer, coming);
        answer.Answer(coming, version);
        if (coming != Coming.Yes) await unit.MendRoundsOf(by);
        return true;
    }

    public static async Task TakeAnswerBack(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        await unit.Mark(id);
        if (await unit.AnswerOf(by, id) is not { Coming: not null } answer) return;
        answer.Withdraw(unit.Now);
        await unit.MendRoundsOf(by);
        unit.Journal(by, "gathering.unanswered", id.Value, answer.CommunityId);
    }

    /// <summary>Only once it has begun, and of what was not called off; only ever about oneself.</summary>
    public static async Task<bool> SayWasThere(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        await unit.Mark(id);
        if (await unit.FindGathering(id) is not { StartsAt: { } starts, CancelledAt: null } || starts > unit.Now) return false;
        if (await unit.AnswerOf(by, id) is not { } answer) return false;
        if (answer.WasThereAt is null) unit.Journal(by, "gathering.was-there", id.Value, answer.CommunityId, inverse: "gathering.was-not-said");
        answer.WasThere(unit.Now);
        return true;
    }

    public static async Task UnsayWasThere(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        await unit.Mark(id);
        if (await unit.AnswerOf(by, id) is not { WasThereAt: not null } answer) return;
        answer.NotSaid();
        unit.Journal(by, "gathering.was-not-said", id.Value, answer.CommunityId);
    }

    /// <summary>With an account go its answers.</summary>
    internal static async Task ForgetAnswers(this Unit unit, Person person)
    {
        foreach (var id in await unit.Db.The<GatheringAnswer>().Where(a => a.ActorId == person.ActorId).OrderBy(a => a.GatheringId).Select(a => a.GatheringId).ToListAsync()) await unit.Mark(id);
        await unit.Db.The<GatheringAnswer>().Where(a => a.ActorId == person.ActorId).ExecuteDeleteAsync();
    }

    /// <summary>Held until the commit, and whoever looks at it is told.</summary>
    internal static async Task Mark(this Unit unit, Id<Gathering> id)
    {
        await unit.Db.The<Gathering>().Where(g => g.Id == id).ExecuteUpdateAsync(g => g.SetProperty(x => x.Version, x => x.Version + 1));
        unit.Tell(Streams.Of(id));
    }

    private static void JournalAnswer(this Unit unit, GatheringAnswer answer, Coming coming)
    {
        if (answer.Coming != coming) unit.Journal(answer.ActorId, "gathering.answered", answer.GatheringId.Value, answer.CommunityId, inverse: "gathering.unanswered");
    }

    private static async Task<GatheringAnswer?> AnswerOf(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        if (await unit.Db.The<GatheringAnswer>().AsTracking().SingleOrDefaultAsync(a => a.GatheringId == id && a.ActorId == by) is { } found) return found;
        if (await unit.FindGathering(id) is not { } gathering) return null;
        var answer = new GatheringAnswer { GatheringId = id, ActorId = by, CommunityId = gathering.CommunityId };
        unit.Db.Add(answer);
        return answer;
    }
}
