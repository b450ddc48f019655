using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets;

/// <summary>Words that mean nearly the same in one community. What is mended is a new group in place of the old one, so that it can be taken back.</summary>
[Entity]
public sealed class SynonymGroup
{
    public const int LongestWords = 300;
    public const int Most = 300;

    public Id<SynonymGroup> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Words { get; init; }
    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }

    /// <summary>The group it was made of.</summary>
    public Id<SynonymGroup>? InsteadOfId { get; init; }
    public DateTime? TakenDownAt { get; private set; }
    public Id<Actor>? TakenDownById { get; private set; }

    public void TakeDown(Id<Actor> by, DateTime at) => (TakenDownById, TakenDownAt) = (by, at);

    public void PutBack() => (TakenDownById, TakenDownAt) = (null, null);
}

public sealed class SynonymGroupMapping : IEntityTypeConfiguration<SynonymGroup>
{
    public void Configure(EntityTypeBuilder<SynonymGroup> builder)
    {
        builder.ToTable("asset_synonyms");
        builder.Property(g => g.Words).HasMaxLength(SynonymGroup.LongestWords);
        builder.HasIndex(g => g.CommunityId);
        builder.HasIndex(g => g.InsteadOfId).HasFilter("\"InsteadOfId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(g => g.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.ById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.TakenDownById);
    }
}
