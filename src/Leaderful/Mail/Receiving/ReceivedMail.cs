using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Mail.Receiving;

/// <summary>A mail that came in. Its bytes are kept until it was read, and longer only where somebody may want to see why nothing came of it.</summary>
[Entity]
public sealed class ReceivedMail
{
    public const int LongestAddress = 320;
    public const int LongestSubject = 300;

    public Id<ReceivedMail> Id { get; init; }

    /// <summary>The same whenever the same mail for the same address comes again.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Of which address of ours; empty for the one without.</summary>
    public required string Tag { get; init; }

    /// <summary>As addresses are compared.</summary>
    public required string From { get; init; }
    public required string Subject { get; init; }
    public required byte[] Bytes { get; init; }
    public DateTime ReceivedAt { get; init; }
    public ReceivedOutcome Outcome { get; init; }
}

public sealed class ReceivedMailMapping : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("received_mails");
        builder.Property(m => m.Tag).HasMaxLength(ReceivedMail.LongestAddress);
        builder.Property(m => m.From).HasMaxLength(ReceivedMail.LongestAddress);
        builder.Property(m => m.Subject).HasMaxLength(ReceivedMail.LongestSubject);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.From);
        builder.HasIndex(m => m.ReceivedAt);
    }
}
