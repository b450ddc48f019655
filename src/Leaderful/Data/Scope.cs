using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>One rung of the visibility ladder: me, us two, a circle, a community, the network, the public.</summary>
[Entity]
public sealed class Scope
{
    /// <summary>Everybody with an account on this instance.</summary>
    public static readonly Id<Scope> Network = new(new Guid("00000000-0000-7000-8000-000000000001"));

    /// <summary>Everybody, signed in or not.</summary>
    public static readonly Id<Scope> Public = new(new Guid("00000000-0000-7000-8000-000000000002"));

    public Id<Scope> Id { get; init; }
    public ScopeKind Kind { get; init; }
    public Id<Community>? CommunityId { get; init; }
    public Id<Circle>? CircleId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public Id<Person>? OtherPersonId { get; init; }

    public static Scope Of(Community community) => new() { Id = community.ScopeId, Kind = ScopeKind.Community, CommunityId = community.Id };

    public static Scope Of(Circle circle) => new() { Id = circle.ScopeId, Kind = ScopeKind.Circle, CommunityId = circle.CommunityId, CircleId = circle.Id };

    public static Scope Of(Person person) => new() { Id = person.ScopeId, Kind = ScopeKind.Me, PersonId = person.Id };
}

public enum ScopeKind { Me, UsTwo, Circle, Community, Network, Public }

public sealed class ScopeMapping : IEntityTypeConfiguration<Scope>
{
    public void Configure(EntityTypeBuilder<Scope> builder)
    {
        builder.ToTable("scopes");
        builder.HasData(
            new Scope { Id = Scope.Network, Kind = ScopeKind.Network },
            new Scope { Id = Scope.Public, Kind = ScopeKind.Public });
    }
}
