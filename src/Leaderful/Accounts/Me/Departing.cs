using Leaderful.Assets;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Communities.Members;
using Leaderful.Communities.Requests;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Following;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Calendars;
using Leaderful.Gatherings.Invitations;
using Leaderful.Initiatives.Teams;
using Leaderful.OpenSpace.Wall;
using Leaderful.Mail;
using Leaderful.Notes;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Mail.Receiving;
using Leaderful.Pages.Mentions;
using Leaderful.People;
using Leaderful.Rounds;
using Leaderful.Shared;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>How somebody goes: with their words or without, and what they have said about those they leave behind.</summary>
public sealed record Departure(bool ErasesWords, bool LeavesWithoutSteward, string? Successor)
{
    public required byte[] AddressHash { get; init; }
    public required Languages Languages { get; init; }
}

public enum Departed { Gone, NeedsSteward, NeedsOperator }

public static class Departing
{
    /// <summary>Closes an account: nothing of it lets anybody in, and nothing that is left points to a human being.</summary>
    public static async Task<Departed> Depart(this Unit unit, Session me, Departure departure)
    {
        var person = await unit.ThePerson(me.PersonId);
        if (person.LeftAt is not null) return Departed.Gone;
        var communities = await unit.HoldCommunitiesOf(me.PersonId);
        if (!departure.LeavesWithoutSteward && await unit.Db.TendedAlone(me.PersonId).AnyAsync()) return Departed.NeedsSteward;
        if (person.OperatorSince is not null && !await unit.HandOverInstance(person, departure.Successor)) return Departed.NeedsOperator;
        var actors = await unit.ActorsOf(person, departure.AddressHash);
        if (departure.ErasesWords) await unit.EraseWords([.. actors.Select(a => a.Id)]);
        foreach (var community in communities) await unit.End(community, me);
        await unit.Forget(person);
        unit.Send(departure.Farewell(person));
        foreach (var actor in actors) actor.Erase(unit.Now);
        await unit.KeepName(me.PersonId, "");
        unit.Journal(me.ActorId, departure.ErasesWords ? "person.left-with-words" : "person.left", me.PersonId.Value);
        person.Leave(unit.Now);
        unit.Tell(Streams.Of(me.PersonId));
        return Departed.Gone;
    }

    /// <summary>Communities with other members in them that nobody else tends.</summary>
    public static IQueryable<Community> TendedAlone(this Db db, Id<Person> person) =>
        from mine in db.The<Membership>()
        join community in db.The<Community>() on mine.CommunityId equals community.Id
        where mine.PersonId == person && mine.LeftAt == null && mine.StewardSince != null
        where db.The<Membership>().Any(m => m.CommunityId == community.Id && m.PersonId != person && m.LeftAt == null)
        where !db.The<Membership>().Any(m => m.CommunityId == community.Id && m.PersonId != person && m.LeftAt == null && m.StewardSince != null)
        orderby community.Name
        select community;

    public static Task<bool> IsOnlyOperator(this Db db, Id<Person> person) =>
        db.The<Person>().AllAsync(p => p.OperatorSince == null || p.Id == person);

    private static async Task<List<Id<Community>>> HoldCommunitiesOf(this Unit unit, Id<Person> person)
    {
        var communities = await unit.Db.The<Membership>().Where(m => m.PersonId == person && m.LeftAt == null).OrderBy(m => m.CommunityId).Select(m => m.CommunityId).ToListAsync();
        foreach (var community in communities) await unit.Hold(community);
        return communities;
    }

    private static async Task<bool> HandOverInstance(this Unit unit, Person person, string? successor)
    {
        // Operators leave one after the other, so that the last of two knows it.
        await unit.Db.The<Person>().Where(p => p.OperatorSince != null).ExecuteUpdateAsync(p => p.SetProperty(x => x.OperatorSince, x => x.OperatorSince));
        if (!await unit.Db.IsOnlyOperator(person.Id)) return true;
        var key = Person.KeyOf(successor ?? "");
        var next = await unit.Db.The<Person>().AsTracking().SingleOrDefaultAsync(p => p.EmailKey == key && p.Id != person.Id && p.LeftAt == null);
        if (next is null) return false;
        next.OperatorSince = unit.Now;
        unit.Journal(person.ActorId, "operator.named", next.Id.Value);
        unit.Tell(Streams.Of(next.Id));
        return true;
    }

    /// <summary>Their own name, the imported ones they claimed, and those that wrote from their address.</summary>
    private static Task<List<Actor>> ActorsOf(this Unit unit, Person person, byte[] hash) => unit.Db.The<Actor>().AsTracking()
        .Where(a => a.Id == person.ActorId || a.ClaimedById == person.ActorId
            || (person.EmailProvedAt != null && a.Kind == ActorKind.ImportedName && a.AddressHash == hash && a.ClaimedById == null))
        .ToListAsync();

    private static async Task End(this Unit unit, Id<Community> community, Session me)
    {
        if (await unit.MembershipOf(community, me.PersonId) is not { LeftAt: null } membership) return;
        if (!await unit.Db.The<Membership>().AnyAsync(m => m.CommunityId == community && m.LeftAt == null && m.PersonId != me.PersonId))
            (await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == community)).Rest();
        membership.Leave(unit.Now);
        var left = unit.Journal(me.ActorId, "member.left", me.PersonId.Value, community);
        await unit.LeaveCirclesOf(community, me.PersonId, left);
        await unit.ReleaseCommitmentsOf(community, me.ActorId, left);
        await unit.LeaveSpacesOf(community, me.ActorId, left);
        await unit.LeaveTeamsOf(community, me.ActorId);
    }

    /// <summary>Every row that was only about them.</summary>
    private static async Task Forget(this Unit unit, Person person)
    {
        var (id, key, email) = (person.Id, person.EmailKey, person.Email);
        var db = unit.Db;
        var requests = db.The<JoinRequest>().Where(r => r.PersonId == id);
        await db.The<JoinReply>().Where(r => requests.Any(q => q.Id == r.RequestId)).ExecuteDeleteAsync();
        await requests.ExecuteDeleteAsync();
        await db.The<CircleRequest>().Where(r => r.PersonId == id).ExecuteDeleteAsync();
        await db.The<Device>().Where(d => d.PersonId == id).ExecuteDeleteAsync();
        await unit.ForgetNotes(id);
        await db.The<Passkey>().Where(p => p.PersonId == id).ExecuteDeleteAsync();
        await unit.ForgetFeeds(id);
        await unit.ForgetInvitations(id);
        await unit.ForgetMomentsOf(person);
        await db.The<CapabilityLink>().Where(l => l.PersonId == id || l.Email == key || l.Email == email).ExecuteDeleteAsync();
        await db.The<ReadMark>().Where(r => r.PersonId == id).ExecuteDeleteAsync();
        await unit.ForgetDrafts(id);
        await unit.ForgetGuest(key);
        await unit.ForgetPortrait(id);
        await unit.ForgetCalls(id);
        await unit.ForgetValued(id);
        await unit.ForgetAside(person);
        await unit.ForgetAnswers(person);
        await unit.ForgetRounds(person);
        await unit.ForgetInSpaces(person);
        await db.The<Follow>().Where(f => f.PersonId == id).ExecuteDeleteAsync();
        await db.The<Mention>().Where(m => m.PersonId == id).ExecuteDeleteAsync();
        await db.The<PageMention>().Where(m => m.PersonId == id).ExecuteDeleteAsync();
        await db.The<QueuedMail>().Where(m => m.To == email).ExecuteDeleteAsync();
        await unit.ForgetReceived(key);
    }

    private static Letter Farewell(this Departure departure, Person person)
    {
        var words = departure.Languages.Best(person.Language);
        return new Letter(words, person.Email, words["departure.mail.subject"])
        {
            Body = [words[departure.ErasesWords ? "departure.mail.erased" : "departure.mail.kept"], words["departure.mail.thanks"]],
        };
    }
}
