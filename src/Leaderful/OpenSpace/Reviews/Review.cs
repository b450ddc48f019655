using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>A day on which people look at what became of an Open Space. Each that is held says when the next is, or that it was the last.</summary>
[Entity]
public sealed class Review
{
    public Id<Review> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateOnly Day { get; private set; }
    public Id<Actor> PlannedById { get; private set; }
    public DateTime PlannedAt { get; private set; }

    /// <summary>When, and by whose word, people looked.</summary>
    public DateTime? HeldAt { get; private set; }
    public Id<Actor>? HeldById { get; private set; }

    /// <summary>When it brought the space to its end, so that only then taking it back does the opposite.</summary>
    public DateTime? EndedSpaceAt { get; private set; }

    /// <summary>For which day letters went out: once each.</summary>
    public DateOnly? RemindedFor { get; private set; }

    public void Plan(DateOnly day, Id<Actor> by, DateTime at) => (Day, PlannedById, PlannedAt) = (day, by, at);

    public void Hold(Id<Actor> by, DateTime at) => (HeldById, HeldAt) = (by, at);

    public void Unhold() => (HeldById, HeldAt, EndedSpaceAt) = (null, null, null);

    public void EndSpace(DateTime at) => EndedSpaceAt = at;

    public void Reminded() => RemindedFor = Day;
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
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.HeldById);
    }
}
