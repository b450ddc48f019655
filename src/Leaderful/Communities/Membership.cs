using Leaderful.Accounts;
using Leaderful.Data;
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
    public DateTime JoinedAt { get; private set; }
    public DateTime? LeftAt { get; private set; }
    public DateTime? StewardSince { get; private set; }

    public static Membership Of(Id<Community> community, Id<Person> person, DateTime at) =>
        new() { Id = Id<Membership>.New(), CommunityId = community, PersonId = person, JoinedAt = at };

    public void Rejoin(DateTime at) => (JoinedAt, LeftAt) = (at, null);

    public void Leave(DateTime at) => (LeftAt, StewardSince) = (at, null);

    public void BecomeSteward(DateTime at) => StewardSince ??= at;

    public void StepDown() => StewardSince = null;
}

public sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasIndex(m => new { m.CommunityId, m.PersonId }).IsUnique();
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
