using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Prompts;

/// <summary>A prompt of a version in another language.</summary>
public sealed class PromptTranslation
{
    public Id<PromptSet> SetId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Language { get; init; }
    public required string Key { get; init; }
    public string Text { get; private set; } = "";
    public string Hint { get; private set; } = "";
    public Id<Actor> WrittenById { get; private set; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>Since when the prompt says something else than what was translated.</summary>
    public DateTime? OutdatedAt { get; private set; }

    public void Write(string text, string hint, Id<Actor> by, DateTime at, DateTime? outdatedAt) =>
        (Text, Hint, WrittenById, WrittenAt, OutdatedAt) = (text, hint, by, at, outdatedAt);
}

public sealed class PromptTranslationMapping : IEntityTypeConfiguration<PromptTranslation>
{
    public void Configure(EntityTypeBuilder<PromptTranslation> builder)
    {
        builder.ToTable("prompt_translations");
        builder.HasKey(t => new { t.SetId, t.Key, t.Language });
        builder.Property(t => t.Key).HasMaxLength(PromptMapping.LongestKey);
        builder.Property(t => t.Language).HasMaxLength(LanguageTag.Longest);
        builder.Property(t => t.Text).HasMaxLength(Prompt.LongestText);
        builder.Property(t => t.Hint).HasMaxLength(Prompt.LongestHint);
        builder.HasOne<Prompt>().WithMany().HasForeignKey(t => new { t.SetId, t.Key });
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.WrittenById);
    }
}
