using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace;

/// <summary>That an Open Space came to a stage: who brought it there, and when.</summary>
[Entity]
public sealed class SpaceStage
{
    public Id<SpaceStage> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Stage Stage { get; init; }
    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }
}

public sealed class SpaceStageMapping : IEntityTypeConfiguration<SpaceStage>
{
    public void Configure(EntityTypeBuilder<SpaceStage> builder)
    {
        builder.ToTable("open_space_stages");
        builder.HasIndex(s => s.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(s => s.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.ById);
    }
}
