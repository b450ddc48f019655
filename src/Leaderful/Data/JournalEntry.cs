using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>Who did what to which, for the activity, the audit and undo. Ids only, never anybody's text.</summary>
[Entity]
public sealed class JournalEntry
{
    public Id<JournalEntry> Id { get; init; }
    public DateTime At { get; init; }
    public Id<Actor> ActorId { get; init; }
    public required string Verb { get; init; }
    public Id<Community>? CommunityId { get; init; }

    /// <summary>What it was done to: a thing's, a person's or a link's id, as the verb says.</summary>
    public Guid? Subject { get; init; }

    /// <summary>The entry that led to this one.</summary>
    public Id<JournalEntry>? CauseId { get; init; }

    /// <summary>The verb that takes it back, where there is one.</summary>
    public string? Inverse { get; init; }
}

public sealed class JournalMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal");
        builder.Property(j => j.Verb).HasMaxLength(60);
        builder.Property(j => j.Inverse).HasMaxLength(60);
        builder.HasIndex(j => new { j.CommunityId, j.At });
        builder.HasIndex(j => j.Subject);
        builder.HasOne<Actor>().WithMany().HasForeignKey(j => j.ActorId);
    }
}
