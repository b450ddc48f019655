using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories.Changes;

/// <summary>A story its teller put in.</summary>
public sealed class ChangeStory
{
    public Id<SignificantChange> ChangeId { get; init; }
    public Id<Story> StoryId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

public sealed class ChangeStoryMapping : IEntityTypeConfiguration<ChangeStory>
{
    public void Configure(EntityTypeBuilder<ChangeStory> builder)
    {
        builder.ToTable("change_stories");
        builder.HasKey(s => new { s.ChangeId, s.StoryId });
        builder.HasIndex(s => s.StoryId);
        builder.HasIndex(s => s.CommunityId);
        builder.HasOne<SignificantChange>().WithMany().HasForeignKey(s => s.ChangeId);
        builder.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
    }
}
