using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>
/// What sponsors and facilitators say together to a question of the preparation, and nobody else reads. A question without a row
/// is open, and may stay so.
/// </summary>
[Entity]
public sealed class PreparingAnswer
{
    public const int LongestText = 4000;
    public const int LongestKey = 60;

    public Id<PreparingAnswer> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The question's, through all its wordings.</summary>
    public required string Key { get; init; }

    /// <summary>The wording it answers; the house's where there is none.</summary>
    public Id<PromptSet>? SetId { get; private set; }
    public string Text { get; private set; } = "";
    public Id<Actor> WrittenById { get; private set; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>Counts every change, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    public void Write(string text, Id<PromptSet>? set, Id<Actor> by, DateTime at) => (Text, SetId, WrittenById, WrittenAt, Edition) = (text, set, by, at, Edition + 1);
}

public sealed class PreparingAnswerMapping : IEntityTypeConfiguration<PreparingAnswer>
{
    public void Configure(EntityTypeBuilder<PreparingAnswer> builder)
    {
        builder.ToTable("preparing_answers");
        builder.Property(a => a.Key).HasMaxLength(PreparingAnswer.LongestKey);
        builder.Property(a => a.Text).HasMaxLength(PreparingAnswer.LongestText);
        builder.HasIndex(a => new { a.SpaceId, a.Key }).IsUnique();
        builder.HasOne<PromptSet>().WithMany().HasForeignKey(a => a.SetId);
        builder.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.WrittenById);
    }
}
