using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Following;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Communities;

/// <summary>A person in a community, from when to when, and whether they tend it.</summary>
[Entity]
public sealed class Membership
{
    public Id<Membership> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Person> PersonId { get; init; }

    /// <summary>Their name as <see cref="Communities.NameKey"/> keeps it, here as well so that members are found and listed by it.</summary>
    public required string NameKey { get; init; }
    public DateTime JoinedAt { get; private set; }
    public DateTime? LeftAt { get; private set; }
    public DateTime? StewardSince { get; private set; }

    /// <summary>The steward who ended it, with a reason only stewards read; whoever was sent away comes back by invitation.</summary>
    public Id<Actor>? EndedById { get; private set; }
    public string EndedBecause { get; private set; } = "";

    /// <summary>Asked to accept changed agreements, they said "not now"; until then they go on as before.</summary>
    public DateTime? PutOffUntil { get; private set; }

    /// <summary>How much they want to hear of what is said here, where they chose nothing else for a conversation; null until they chose.</summary>
    public FollowLevel? Level { get; set; }

    public static Membership Of(Id<Community> community, Actor who, Id<Person> person, DateTime at) =>
        new() { Id = Id<Membership>.New(), CommunityId = community, PersonId = person, NameKey = Communities.NameKey.Of(who.Name), JoinedAt = at };

    public void Rejoin(DateTime at)
    {
        Restore();
        (JoinedAt, PutOffUntil) = (at, null);
    }

    public void Leave(DateTime at) => (LeftAt, StewardSince) = (at, null);

    public void End(Id<Actor> by, DateTime at, string because)
    {
        Leave(at);
        (EndedById, EndedBecause) = (by, because);
    }

    /// <summary>As though they had never gone.</summary>
    public void Restore() => (LeftAt, EndedById, EndedBecause) = (null, null, "");

    public void PutOff(DateTime until) => PutOffUntil ??= until;

    public void Agree() => PutOffUntil = null;

    public void BecomeSteward(DateTime at) => StewardSince ??= at;

    public void StepDown() => StewardSince = null;
}

public sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.Property(m => m.EndedBecause).HasMaxLength(400);
        builder.HasIndex(m => new { m.CommunityId, m.PersonId }).IsUnique();
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => m.EndedById);
        builder.HasIndex(m => m.PersonId);
        builder.Property(m => m.NameKey).HasMaxLength(Communities.NameKey.Longest);
        builder.HasIndex(m => new { m.CommunityId, m.NameKey, m.PersonId }).HasFilter("\"LeftAt\" IS NULL");
        builder.HasIndex(m => m.CommunityId, "IX_memberships_Stewards").HasFilter("\"StewardSince\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
