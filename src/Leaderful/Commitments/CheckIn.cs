using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Commitments;

/// <summary>The doer says in a line how it goes, or what is in the way.</summary>
[Entity]
public sealed class CheckIn
{
    public const int LongestLine = 300;

    public Id<CheckIn> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Commitment> CommitmentId { get; init; }
    public Id<Actor> ById { get; init; }
    public CheckInKind Kind { get; init; }

    /// <summary>Empty where it was answered by one touch in a mail.</summary>
    public string Line { get; set; } = "";
    public DateTime At { get; init; }
}

public enum CheckInKind { Progress, Barrier }

/// <summary>What was promised before it was promised otherwise, and why it was changed. It stays to be read.</summary>
[Entity]
public sealed class CommitmentTerms
{
    public Id<CommitmentTerms> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Commitment> CommitmentId { get; init; }
    public required string What { get; set; }
    public DateOnly? Due { get; init; }

    /// <summary>Until when, by whose word, and why not any longer.</summary>
    public DateTime UntilAt { get; init; }
    public Id<Actor> ChangedById { get; init; }
    public string Why { get; set; } = "";
}

public sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>, IEntityTypeConfiguration<CommitmentTerms>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("commitment_check_ins");
        builder.Property(c => c.Line).HasMaxLength(CheckIn.LongestLine);
        builder.HasIndex(c => new { c.CommitmentId, c.At });
        builder.HasIndex(c => c.ById);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(c => c.CommitmentId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ById);
    }

    public void Configure(EntityTypeBuilder<CommitmentTerms> builder)
    {
        builder.ToTable("commitment_terms");
        builder.Property(t => t.What).HasMaxLength(Commitment.LongestWhat);
        builder.Property(t => t.Why).HasMaxLength(CheckIn.LongestLine);
        builder.HasIndex(t => new { t.CommitmentId, t.UntilAt });
        builder.HasIndex(t => t.ChangedById);
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(t => t.CommitmentId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.ChangedById);
    }
}
