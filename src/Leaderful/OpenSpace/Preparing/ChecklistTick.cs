using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>That something on the facilitator's list is seen to: by whom, and when.</summary>
public sealed class ChecklistTick
{
    public Id<Space> SpaceId { get; init; }
    public required string Key { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> TickedById { get; init; }
    public DateTime TickedAt { get; init; }
}

public sealed class ChecklistTickMapping : IEntityTypeConfiguration<ChecklistTick>
{
    public void Configure(EntityTypeBuilder<ChecklistTick> builder)
    {
        builder.ToTable("checklist_ticks");
        builder.HasKey(t => new { t.SpaceId, t.Key });
        builder.Property(t => t.Key).HasMaxLength(PreparingAnswer.LongestKey);
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.TickedById);
    }
}
