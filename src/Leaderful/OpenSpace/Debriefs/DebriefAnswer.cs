using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>
/// What they say together to one of the questions. It is nobody's own; whoever wrote it last is kept only so that they can take their
/// words along. A question without a row rests.
/// </summary>
[Entity]
public sealed class DebriefAnswer
{
    public const int LongestText = 4000;

    public Id<DebriefAnswer> Id { get; init; }
    public Id<DebriefConversation> DebriefId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Key { get; init; }

    /// <summary>Which of the ways was chosen; only of the question at which they part.</summary>
    public string? Choice { get; private set; }
    public string Text { get; private set; } = "";
    public Id<Actor> WrittenById { get; private set; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>Counts every change, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    public void Write(string text, string? choice, Id<Actor> by, DateTime at) => (Text, Choice, WrittenById, WrittenAt, Edition) = (text, choice, by, at, Edition + 1);
}

public sealed class DebriefAnswerMapping : IEntityTypeConfiguration<DebriefAnswer>
{
    public void Configure(EntityTypeBuilder<DebriefAnswer> builder)
    {
        builder.ToTable("debrief_answers");
        builder.Property(a => a.Key).HasMaxLength(PromptMapping.LongestKey);
        builder.Property(a => a.Choice).HasMaxLength(PromptMapping.LongestKey);
        builder.Property(a => a.Text).HasMaxLength(DebriefAnswer.LongestText);
        builder.HasIndex(a => new { a.DebriefId, a.Key }).IsUnique();
        builder.HasIndex(a => a.WrittenById);
        builder.HasOne<DebriefConversation>().WithMany().HasForeignKey(a => a.DebriefId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.WrittenById);
    }
}
