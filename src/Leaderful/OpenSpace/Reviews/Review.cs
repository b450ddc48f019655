using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>A day on which people look at what became of an Open Space.</summary>
[Entity]
public sealed class Review
{
    public Id<Review> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateOnly Day { get; private set; }
    public Id<Actor> PlannedById { get; private set; }
    public DateTime PlannedAt { get; private set; }

    public void Plan(DateOnly day, Id<Actor> by, DateTime at) => (Day, PlannedById, PlannedAt) = (day, by, at);
}

public sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("reviews");
        builder.HasIndex(r => new { r.SpaceId, r.Day });
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.PlannedById);
    }
}
