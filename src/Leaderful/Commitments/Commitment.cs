using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Commitments;

/// <summary>
/// Somebody takes something on: one thing, wherever it was made. As a thing it has a rung and a bin, and its author is whoever
/// made or offered it; only the doer accepts.
/// </summary>
[Entity]
public sealed partial class Commitment
{
    public const int LongestWhat = 200;
    public const int LongestTo = 80;

    public Id<Commitment> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> DoerId { get; init; }
    public required string What { get; set; }

    /// <summary>By when; none is none.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>To whom: somebody, a circle, or whoever these words mean. All three are empty where it is to nobody in particular.</summary>
    public Id<Actor>? ToActorId { get; init; }
    public Id<Circle>? ToCircleId { get; init; }
    public string ToWords { get; set; } = "";

    /// <summary>What it was made on. It is no foreign key: the thing may go, and the commitment stays.</summary>
    public Id<Thing>? OriginId { get; init; }

    public DateTime? AcceptedAt { get; private set; }
    public DateTime? KeptAt { get; private set; }
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Who let it go: the doer, whoever it was promised to, or the house, where the doer is no longer here.</summary>
    public Id<Actor>? ReleasedById { get; private set; }
    public string ReleasedWhy { get; set; } = "";

    /// <summary>Since when something is in the way.</summary>
    public DateTime? BarredAt { get; private set; }

    /// <summary>When the doer last said anything of it.</summary>
    public DateTime? SaidAt { get; private set; }

    /// <summary>Since when it stands as it does now, and how often it stood otherwise before.</summary>
    public DateTime TermsAt { get; set; }
    public int EarlierTerms { get; set; }

    /// <summary>For which day the doer was reminded, and for which asked how it went: once each.</summary>
    public DateOnly? RemindedFor { get; set; }
    public DateOnly? AskedFor { get; set; }

    /// <summary>Counts every change; live pages say which one they have seen.</summary>
    public long Version { get; set; }
}

public sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.Property(c => c.What).HasMaxLength(Commitment.LongestWhat);
        builder.Property(c => c.ToWords).HasMaxLength(Commitment.LongestTo);
        builder.Property(c => c.ReleasedWhy).HasMaxLength(CheckIn.LongestLine);
        builder.HasIndex(c => c.CommunityId);
        builder.HasIndex(c => c.DoerId);
        builder.HasIndex(c => c.ToActorId).HasFilter("\"ToActorId\" IS NOT NULL");
        builder.HasIndex(c => c.ToCircleId).HasFilter("\"ToCircleId\" IS NOT NULL");
        builder.HasIndex(c => c.OriginId).HasFilter("\"OriginId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.DoerId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ToActorId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ReleasedById);
        builder.HasOne<Circle>().WithMany().HasForeignKey(c => c.ToCircleId);
    }
}
