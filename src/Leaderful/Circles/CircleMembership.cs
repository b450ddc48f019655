using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Circles;

/// <summary>A person in a circle, from when to when.</summary>
[Entity]
public sealed class CircleMembership
{
    public Id<CircleMembership> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Circle> CircleId { get; init; }
    public Id<Person> PersonId { get; init; }
    public DateTime JoinedAt { get; private set; }
    public DateTime? LeftAt { get; private set; }

    public static CircleMembership Of(Circle circle, Id<Person> person, DateTime at) =>
        new() { Id = Id<CircleMembership>.New(), CommunityId = circle.CommunityId, CircleId = circle.Id, PersonId = person, JoinedAt = at };

    public void Rejoin(DateTime at) => (JoinedAt, LeftAt) = (at, null);

    public void Leave(DateTime at) => LeftAt = at;

    /// <summary>As though they had never gone.</summary>
    public void Restore() => LeftAt = null;
}

public sealed class CircleMembershipMapping : IEntityTypeConfiguration<CircleMembership>
{
    public void Configure(EntityTypeBuilder<CircleMembership> builder)
    {
        builder.ToTable("circle_memberships");
        builder.HasIndex(m => new { m.CircleId, m.PersonId }).IsUnique();
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(m => m.CircleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
