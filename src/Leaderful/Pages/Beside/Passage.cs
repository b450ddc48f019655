using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Pages.Beside;

/// <summary>
/// The words on a page that a conversation beside its text is about. They are held by what stands at their ends, so that they
/// are found again however much is written around them; where they are gone, what they were is still read.
/// </summary>
public sealed class Passage
{
    public const int LongestQuote = 500;

    public Id<Conversation> ConversationId { get; init; }
    public Id<Page> PageId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>Relative positions as Yjs encodes them: the first holds on to what follows, the last to what goes before.</summary>
    public required byte[] Start { get; init; }
    public required byte[] End { get; init; }

    /// <summary>As they were when somebody began to speak of them.</summary>
    public required string Quote { get; init; }

    /// <summary>Other words that somebody would put in their place.</summary>
    public string? Instead { get; init; }

    /// <summary>Since when, and by whose hand, they stand there.</summary>
    public DateTime? TakenAt { get; init; }
    public Id<Actor>? TakenById { get; init; }

    /// <summary>Which change of all that is said beside the page was the last here.</summary>
    public long Version { get; init; }
}

public sealed class PassageMapping : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.ToTable("passages");
        builder.HasKey(p => p.ConversationId);
        builder.Property(p => p.Quote).HasMaxLength(Passage.LongestQuote);
        builder.Property(p => p.Instead).HasMaxLength(Passage.LongestQuote);
        builder.HasIndex(p => new { p.PageId, p.Version });
        builder.HasIndex(p => p.TakenById).HasFilter("\"TakenById\" IS NOT NULL");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(p => p.ConversationId);
        builder.HasOne<Page>().WithMany().HasForeignKey(p => p.PageId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.TakenById);
    }
}
