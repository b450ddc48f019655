using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Wall;

/// <summary>That a topic interests somebody, where the facilitator wants to see it. It binds nobody to come.</summary>
[Entity]
public sealed class TopicMark
{
    public Id<TopicMark> Id { get; init; }
    public Id<Topic> TopicId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> ActorId { get; init; }
}

public sealed class TopicMarkMapping : IEntityTypeConfiguration<TopicMark>
{
    public void Configure(EntityTypeBuilder<TopicMark> builder)
    {
        builder.ToTable("topic_marks");
        builder.HasIndex(m => new { m.TopicId, m.ActorId }).IsUnique();
        builder.HasIndex(m => m.ActorId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(m => m.TopicId);
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => m.ActorId);
    }
}
