using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>How many of their dots somebody has on a topic. Nobody but they is ever shown it; others see sums.</summary>
public sealed class TopicDots
{
    public Id<Topic> TopicId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public int Count { get; set; }
}

public sealed class TopicDotsMapping : IEntityTypeConfiguration<TopicDots>
{
    public void Configure(EntityTypeBuilder<TopicDots> builder)
    {
        builder.ToTable("topic_dots");
        builder.HasKey(d => new { d.TopicId, d.ActorId });
        builder.HasIndex(d => new { d.SpaceId, d.ActorId });
        builder.HasIndex(d => d.ActorId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(d => d.TopicId);
        builder.HasOne<Space>().WithMany().HasForeignKey(d => d.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(d => d.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(d => d.ActorId);
    }
}
