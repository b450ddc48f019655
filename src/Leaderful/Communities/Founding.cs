using Leaderful.Accounts;
using Leaderful.Data;

namespace Leaderful.Communities;

public static class Founding
{
    /// <summary>A new community; its founder is its first steward.</summary>
    public static Community Found(this Unit unit, Person founder, string name, string slug, string purpose = "")
    {
        var community = new Community
        {
            Id = Id<Community>.New(), ScopeId = Id<Scope>.New(), Name = name, Slug = slug, Purpose = purpose, CreatedAt = unit.Now,
        };
        unit.Db.AddRange(Scope.Of(community), community);
        unit.Journal(founder.ActorId, "community.founded", community.Id.Value, community.Id);
        var membership = Membership.Of(community.Id, unit.Db.Find<Actor>(founder.ActorId)!, founder.Id, unit.Now);
        membership.BecomeSteward(unit.Now);
        unit.Db.Add(membership);
        unit.Tell(Streams.Of(founder.Id));
        return community;
    }
}
