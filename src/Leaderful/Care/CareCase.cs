using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Care;

/// <summary>Everything that was ever asked and decided about one post.</summary>
[Entity]
public sealed class CareCase
{
    public Id<CareCase> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Post> PostId { get; init; }
    public DateTime OpenedAt { get; init; }

    /// <summary>Since when it waits for those who tend the community; null while nothing does.</summary>
    public DateTime? WaitingSince { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>What was looked at and let stand is not folded by the next who asks, unless it reads otherwise now.</summary>
    public bool IsNewMatter(DateTime? editedAt) => DecidedAt is null || editedAt > DecidedAt;
}

/// <summary>Somebody asked for a post to be looked at. Who, is for those who decide.</summary>
[Entity]
public sealed class CareReport
{
    public Id<CareReport> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<CareCase> CaseId { get; init; }
    public Id<Actor> ById { get; init; }
    public Id<Agreement>? AgreementId { get; init; }
    public int? AgreementVersion { get; init; }
    public required string Text { get; set; }
    public DateTime At { get; init; }
    public DateTime? ClosedAt { get; init; }
}

/// <summary>What was decided, by whom and why. A later one changes it; none is ever taken out.</summary>
[Entity]
public sealed class CareDecision
{
    public Id<CareDecision> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<CareCase> CaseId { get; init; }
    public Id<Actor> ById { get; init; }
    public Verdict Verdict { get; init; }
    public Id<Agreement>? AgreementId { get; init; }
    public int? AgreementVersion { get; init; }
    public required string Why { get; set; }
    public DateTime At { get; init; }
}

public enum Verdict { Unfolded, Accepted, Kept, Mend, Down }

/// <summary>What the author says to it.</summary>
[Entity]
public sealed class CareAnswer
{
    public Id<CareAnswer> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<CareCase> CaseId { get; init; }
    public Id<Actor> ById { get; init; }
    public required string Text { get; set; }
    public DateTime At { get; init; }
}

public sealed class CareMapping :
    IEntityTypeConfiguration<CareCase>, IEntityTypeConfiguration<CareReport>, IEntityTypeConfiguration<CareDecision>, IEntityTypeConfiguration<CareAnswer>
{
    public void Configure(EntityTypeBuilder<CareCase> builder)
    {
        builder.ToTable("care_cases");
        builder.HasIndex(c => c.PostId).IsUnique();
        builder.HasIndex(c => new { c.CommunityId, c.WaitingSince });
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
    }

    public void Configure(EntityTypeBuilder<CareReport> builder)
    {
        builder.ToTable("care_reports");
        builder.Property(r => r.Text).HasMaxLength(CareTexts.Longest);
        builder.HasIndex(r => new { r.CaseId, r.ById }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        builder.HasIndex(r => r.ById);
        builder.HasOne<CareCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.ById);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(r => r.AgreementId);
    }

    public void Configure(EntityTypeBuilder<CareDecision> builder)
    {
        builder.ToTable("care_decisions");
        builder.Property(d => d.Why).HasMaxLength(CareTexts.Longest);
        builder.HasIndex(d => new { d.CaseId, d.At });
        builder.HasIndex(d => new { d.CommunityId, d.At });
        builder.HasIndex(d => d.ById);
        builder.HasOne<CareCase>().WithMany().HasForeignKey(d => d.CaseId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(d => d.ById);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(d => d.AgreementId);
    }

    public void Configure(EntityTypeBuilder<CareAnswer> builder)
    {
        builder.ToTable("care_answers");
        builder.Property(a => a.Text).HasMaxLength(CareTexts.Longest);
        builder.HasIndex(a => new { a.CaseId, a.At });
        builder.HasIndex(a => a.ById);
        builder.HasOne<CareCase>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ById);
    }
}
