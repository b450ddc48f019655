using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings.Invitations;

/// <summary>Somebody was written to about a gathering; nobody is twice.</summary>
public sealed class GatheringInvitation
{
    public Id<Gathering> GatheringId { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }
}

public sealed class GatheringInvitationMapping : IEntityTypeConfiguration<GatheringInvitation>
{
    public void Configure(EntityTypeBuilder<GatheringInvitation> builder)
    {
        builder.ToTable("gathering_invitations");
        builder.HasKey(i => new { i.GatheringId, i.PersonId });
        builder.HasIndex(i => i.PersonId);
        builder.HasIndex(i => i.CommunityId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(i => i.GatheringId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(i => i.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(i => i.ById);
    }
}
