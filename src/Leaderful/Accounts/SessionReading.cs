using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>What somebody has and may see, read from the database.</summary>
public static class SessionReading
{
    /// <summary>For what is done in their name while no device of theirs is there: a calendar elsewhere asks.</summary>
    public static async Task<Session?> SessionOf(this Db db, Id<Person> id)
    {
        var found = await (
            from person in db.The<Person>()
            join actor in db.The<Actor>() on person.ActorId equals actor.Id
            where person.Id == id && person.LeftAt == null
            select new { person, actor.Name }).SingleOrDefaultAsync();
        return found is null ? null : await db.SessionOf(found.person, found.Name, null, false, CancellationToken.None);
    }

    internal static async Task<Session> SessionOf(this Db db, Person person, string name, Device? device, bool isBack, CancellationToken ended) => new()
    {
        DeviceId = device?.Id ?? default, PersonId = person.Id, ActorId = person.ActorId, ScopeId = person.ScopeId,
        Name = name, Email = person.Email, Language = person.Language,
        IsOperator = person.OperatorSince is not null, IsBack = isBack, ProvedAt = device?.ProvedAt ?? default,
        Communities = await CommunitiesOf(db, person.Id), Circles = await db.CirclesOf(person.Id),
        UsTwo = await db.UsTwoOf(person.Id), SetAside = await db.SetAsideBy(person.Id), Ended = ended,
    };

    private static Task<List<Here>> CommunitiesOf(Db db, Id<Person> person) => (
        from membership in db.The<Membership>()
        join community in db.The<Community>() on membership.CommunityId equals community.Id
        where membership.PersonId == person && membership.LeftAt == null
        orderby community.Name
        select new Here(
            community.Id, community.ScopeId, community.Slug, community.Name, community.Dye, community.Mark, community.StewardWord,
            membership.StewardSince != null,
            db.The<Membership>().Count(m => m.CommunityId == community.Id && m.LeftAt == null))
        {
            WaitingSince = db.The<Agreement>()
                .Where(a => a.CommunityId == community.Id && a.RetiredAt == null
                    && !db.The<Acceptance>().Any(x => x.AgreementId == a.Id && x.Version == a.Version && x.PersonId == person))
                .Min(a => (DateTime?)a.ChangedAt),
            PutOffUntil = membership.PutOffUntil,
            JoinedAt = membership.JoinedAt,
            Level = membership.Level ?? FollowLevel.Normal,
        }).ToListAsync();
}
