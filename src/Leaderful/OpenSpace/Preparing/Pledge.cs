using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>
/// What a leader promises to do afterwards. Of somebody the house knows it is a commitment, which they alone accept; of anybody
/// else it is their name, what and by when.
/// </summary>
[Entity]
public sealed class Pledge
{
    public const int LongestName = 80;
    public const int LongestWhat = Commitment.LongestWhat;

    public Id<Pledge> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Commitment>? CommitmentId { get; init; }
    public string Name { get; init; } = "";
    public string What { get; init; } = "";
    public DateOnly? Due { get; init; }
    public Id<Actor> WrittenById { get; init; }
    public DateTime WrittenAt { get; init; }
    public DateTime? RemovedAt { get; private set; }
    public Id<Actor>? RemovedById { get; private set; }

    public void Remove(Id<Actor> by, DateTime at) => (RemovedById, RemovedAt) = (by, at);

    public void PutBack() => (RemovedById, RemovedAt) = (null, null);
}

public sealed class PledgeMapping : IEntityTypeConfiguration<Pledge>
{
    public void Configure(EntityTypeBuilder<Pledge> builder)
    {
        builder.ToTable("pledges");
        builder.Property(p => p.Name).HasMaxLength(Pledge.LongestName);
        builder.Property(p => p.What).HasMaxLength(Pledge.LongestWhat);
        builder.HasIndex(p => p.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(p => p.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(p => p.CommitmentId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.WrittenById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.RemovedById);
    }
}
