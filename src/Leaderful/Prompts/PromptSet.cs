using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Prompts;

/// <summary>
/// A community's own wording of a set. It is never changed: an edit writes the next, so that an answer, which keeps the id of the
/// version it was given to, always stands under the question as it was asked.
/// </summary>
[Entity]
public sealed class PromptSet
{
    public const int MostPrompts = 40;

    public Id<PromptSet> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Key { get; init; }
    public int Number { get; init; }

    /// <summary>The language it was written in.</summary>
    public required string Language { get; init; }
    public Id<Actor> WrittenById { get; init; }
    public DateTime WrittenAt { get; init; }

    /// <summary>Since when the house's own words are asked again. Only the newest version says so.</summary>
    public DateTime? RetiredAt { get; private set; }
    public Id<Actor>? RetiredById { get; private set; }

    public void Retire(Id<Actor> by, DateTime at) => (RetiredById, RetiredAt) = (by, at);

    public void Restore() => (RetiredById, RetiredAt) = (null, null);
}

/// <summary>One prompt of a version.</summary>
public sealed class Prompt
{
    public const int LongestText = 500;
    public const int LongestHint = 500;

    public Id<PromptSet> SetId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The house's, or one of the community's own: the same through all versions in which it is asked.</summary>
    public required string Key { get; init; }
    public int Position { get; init; }
    public PromptKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Hint { get; init; }
}

public sealed class PromptMapping : IEntityTypeConfiguration<PromptSet>, IEntityTypeConfiguration<Prompt>
{
    public const int LongestKey = 60;

    public void Configure(EntityTypeBuilder<PromptSet> builder)
    {
        builder.ToTable("prompt_sets");
        builder.Property(s => s.Key).HasMaxLength(LongestKey);
        builder.Property(s => s.Language).HasMaxLength(LanguageTag.Longest);
        builder.HasIndex(s => new { s.CommunityId, s.Key, s.Number }).IsUnique();
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.WrittenById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.RetiredById);
    }

    public void Configure(EntityTypeBuilder<Prompt> builder)
    {
        builder.ToTable("prompts");
        builder.HasKey(p => new { p.SetId, p.Key });
        builder.Property(p => p.Key).HasMaxLength(LongestKey);
        builder.Property(p => p.Text).HasMaxLength(Prompt.LongestText);
        builder.Property(p => p.Hint).HasMaxLength(Prompt.LongestHint);
        builder.HasOne<PromptSet>().WithMany().HasForeignKey(p => p.SetId);
        builder.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId);
    }
}
