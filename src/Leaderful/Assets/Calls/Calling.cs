using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets.Calls;

/// <summary>What somebody calls for, and until when.</summary>
public sealed record CallWish(string What, DateOnly Until)
{
    public string More { get; init; } = "";
    public string Words { get; init; } = "";
}

/// <summary>A call from being made to being over. Nobody is written to twice, and nobody is reminded.</summary>
public static class Calling
{
    /// <summary>So long it can be taken back before anybody is written to.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(3);

    public static async Task<Id<Call>> CallForHelp(this Unit unit, Id<Actor> by, Id<Community> community, CallWish wish)
    {
        var scope = await unit.Db.The<Community>().Where(c => c.Id == community).Select(c => c.ScopeId).SingleAsync();
        var id = Id<Call>.New();
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Call, CommunityId = community, ScopeId = scope, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(new Call { Id = id, CommunityId = community, CallerId = by, What = wish.What, More = wish.More, Words = wish.Words, Until = wish.Until, EndsAt = Day.End(wish.Until) });
        unit.Journal(by, "call.made", id.Value, community, inverse: "call.closed");
        unit.Enqueue(CallLetters.KindOfWork, id.Value, unit.Now + Pause);
        unit.Enqueue(CallPurging.KindOfWork, id.Value, Bin.EmptiedAt(Day.End(wish.Until)));
        return id;
    }

    /// <summary>It is met, or no longer needed.</summary>
    public static async Task<bool> CloseCall(this Unit unit, Id<Actor> by, Id<Call> id)
    {
        if (await unit.Find(id) is not { ClosedAt: null } call) return false;
        call.Close(by, unit.Now);
        unit.Journal(by, "call.closed", id.Value, call.CommunityId, inverse: "call.reopened");
        return true;
    }

    /// <summary>By whoever closed it, while its day is not over. Whom it did not reach before is written to now.</summary>
    public static async Task<bool> ReopenCall(this Unit unit, Id<Actor> by, Id<Call> id)
    {
        if (await unit.Find(id) is not { ClosedAt: not null } call || call.ClosedById != by || unit.Now >= call.EndsAt) return false;
        call.Reopen();
        unit.Journal(by, "call.reopened", id.Value, call.CommunityId, inverse: "call.closed");
        unit.Enqueue(CallLetters.KindOfWork, id.Value, unit.Now + Pause);
        return true;
    }

    public static async Task<bool> CanHelp(this Unit unit, Person person, Id<Call> id, string line)
    {
        if (await unit.Find(id) is not { } call || !call.IsOpen(unit.Now) || call.CallerId == person.ActorId) return false;
        if (await unit.AnswerOf(person.Id, id) is not { } answer) unit.Db.Add(answer = new CallAnswer { CallId = id, PersonId = person.Id, CommunityId = call.CommunityId });
        answer.Can(line, unit.Now);
        return true;
    }

    public static async Task<bool> CannotHelp(this Unit unit, Id<Person> person, Id<Call> id)
    {
        if (await unit.AnswerOf(person, id) is not { CanAt: not null } answer) return false;
        answer.Cannot();
        return true;
    }

    private static Task<CallAnswer?> AnswerOf(this Unit unit, Id<Person> person, Id<Call> id) => unit.Db.The<CallAnswer>().AsTracking().SingleOrDefaultAsync(a => a.CallId == id && a.PersonId == person);

    /// <summary>Held until the commit, so that nobody answers what is being closed.</summary>
    private static async Task<Call?> Find(this Unit unit, Id<Call> id)
    {
        await unit.Db.The<Call>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.EndsAt, x => x.EndsAt));
        return await unit.Db.The<Call>().AsTracking().SingleOrDefaultAsync(c => c.Id == id);
    }
}
