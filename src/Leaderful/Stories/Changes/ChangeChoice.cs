using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories.Changes;

/// <summary>What a group chose in a round, and why; written down by one of them, who has one word a round.</summary>
public sealed class ChangeChoice
{
    public const int LongestWhy = 1000;
    public const int LongestGroup = 80;

    public Id<SignificantChange> ChangeId { get; init; }
    public int Round { get; init; }
    public Id<Actor> ById { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Story> StoryId { get; private set; }

    /// <summary>Who chose, in their own words.</summary>
    public string Group { get; private set; } = "";
    public string Why { get; private set; } = "";
    public DateTime At { get; private set; }

    public void Choose(Id<Story> story, string group, string why, DateTime at) => (StoryId, Group, Why, At) = (story, group, why, at);
}

public sealed class ChangeChoiceMapping : IEntityTypeConfiguration<ChangeChoice>
{
    public void Configure(EntityTypeBuilder<ChangeChoice> builder)
    {
        builder.ToTable("change_choices");
        builder.HasKey(c => new { c.ChangeId, c.Round, c.ById });
        builder.Property(c => c.Group).HasMaxLength(ChangeChoice.LongestGroup);
        builder.Property(c => c.Why).HasMaxLength(ChangeChoice.LongestWhy);
        builder.HasIndex(c => c.StoryId);
        builder.HasIndex(c => c.CommunityId);
        builder.HasIndex(c => c.ById);
        builder.HasOne<SignificantChange>().WithMany().HasForeignKey(c => c.ChangeId);
        builder.HasOne<Story>().WithMany().HasForeignKey(c => c.StoryId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ById);
    }
}
