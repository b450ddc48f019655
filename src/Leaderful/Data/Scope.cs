using System.Security.Cryptography;
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

    public static Scope Of(Id<Person> one, Id<Person> other)
    {
        var (first, second) = InOrder(one, other);
        return new() { Id = Between(one, other), Kind = ScopeKind.UsTwo, PersonId = first, OtherPersonId = second };
    }

    /// <summary>The rung of two people, which they have in common whoever of them asks, and before there is anything on it.</summary>
    public static Id<Scope> Between(Id<Person> one, Id<Person> other)
    {
        Span<byte> both = stackalloc byte[32], hash = stackalloc byte[32];
        var (first, second) = InOrder(one, other);
        first.Value.TryWriteBytes(both, bigEndian: true, out _);
        second.Value.TryWriteBytes(both[16..], bigEndian: true, out _);
        SHA256.HashData(both, hash);
        // Version 8 of RFC 9562: an id its maker worked out.
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return new(new Guid(hash[..16], bigEndian: true));
    }

    private static (Id<Person> First, Id<Person> Second) InOrder(Id<Person> one, Id<Person> other) => one.Value.CompareTo(other.Value) <= 0 ? (one, other) : (other, one);
}

public enum ScopeKind { Me, UsTwo, Circle, Community, Network, Public }

public sealed class ScopeMapping : IEntityTypeConfiguration<Scope>
{
    public void Configure(EntityTypeBuilder<Scope> builder)
    {
        builder.ToTable("scopes");
        builder.HasIndex(s => s.PersonId).HasFilter("\"PersonId\" IS NOT NULL");
        builder.HasIndex(s => s.OtherPersonId).HasFilter("\"OtherPersonId\" IS NOT NULL");
        builder.HasData(
            new Scope { Id = Scope.Network, Kind = ScopeKind.Network },
            new Scope { Id = Scope.Public, Kind = ScopeKind.Public });
    }
}
