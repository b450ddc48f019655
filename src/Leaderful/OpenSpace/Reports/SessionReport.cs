using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Reports;

/// <summary>
/// What a session leaves, in four boxes. The first two (topic and convener, who came by their own word) are known; the other two
/// (what mattered, next steps) are a live page that hangs on the topic.
/// </summary>
[Entity]
public sealed class SessionReport
{
    /// <summary>The topic's: each has one report at most.</summary>
    public Id<SessionReport> Id { get; init; }
    public Id<Page> PageId { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> BegunById { get; init; }
    public DateTime BegunAt { get; init; }

    public Id<Topic> TopicId => Id.As<Topic>();
}

public sealed class SessionReportMapping : IEntityTypeConfiguration<SessionReport>
{
    public void Configure(EntityTypeBuilder<SessionReport> builder)
    {
        builder.ToTable("session_reports");
        builder.Ignore(r => r.TopicId);
        builder.HasIndex(r => r.PageId).IsUnique();
        builder.HasIndex(r => r.SpaceId);
        builder.HasOne<Page>().WithMany().HasForeignKey(r => r.PageId);
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.BegunById);
    }
}
