using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Mail.Archive;

/// <summary>
/// A mailing list's archive that a steward sent from the browser. The file lies among the community's blobs until it is
/// brought in or stopped; a community has one at a time.
/// </summary>
[Entity]
public sealed class ArchiveUpload
{
    public Id<ArchiveUpload> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string FileName { get; init; }
    public long Bytes { get; init; }
    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }

    /// <summary>What it becomes, from its first mail on.</summary>
    public Id<MailImport>? ImportId { get; set; }

    /// <summary>A steward has stopped it; what is in by then stays.</summary>
    public DateTime? StoppedAt { get; private set; }
    public Id<Actor>? StoppedById { get; private set; }

    /// <summary>The file is gone and the next may come.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The ending tells one mail from many.</summary>
    public string BlobName => $"uploads/{Id}{(FileName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? ".eml" : ".mbox")}";

    public string Stream => $"archive-upload:{Id}";

    public void Stop(Id<Actor> by, DateTime at) => (StoppedAt, StoppedById) = (StoppedAt ?? at, StoppedById ?? by);

    public void End(DateTime at) => EndedAt ??= at;
}

public sealed class ArchiveUploadMapping : IEntityTypeConfiguration<ArchiveUpload>
{
    public void Configure(EntityTypeBuilder<ArchiveUpload> builder)
    {
        builder.ToTable("archive_uploads");
        builder.Ignore(u => u.BlobName).Ignore(u => u.Stream);
        builder.Property(u => u.FileName).HasMaxLength(MailImport.LongestName);
        builder.HasIndex(u => u.CommunityId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(u => u.ImportId);
        builder.HasOne<Community>().WithMany().HasForeignKey(u => u.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(u => u.ById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(u => u.StoppedById);
        builder.HasOne<MailImport>().WithMany().HasForeignKey(u => u.ImportId);
    }
}
