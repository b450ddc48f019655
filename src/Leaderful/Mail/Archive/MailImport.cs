using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Mail.Archive;

/// <summary>An archive being brought in, with how far it came: what is counted here is in the database, whatever happens next.</summary>
[Entity]
public sealed class MailImport
{
    public const int LongestName = 200;

    public Id<MailImport> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string FileName { get; init; }

    /// <summary>Tells whether an archive is the one that was interrupted.</summary>
    public required byte[] Fingerprint { get; init; }
    public long Bytes { get; init; }
    public long Position { get; set; }
    public Id<Actor> StartedById { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime LastAt { get; set; }

    /// <summary>When the last mail read was written: the nearest guess for one that does not tell.</summary>
    public DateTime? Neighbour { get; set; }
    public DateTime? FinishedAt { get; set; }

    public int Read { get; set; }
    public int Placed { get; set; }
    public int AlreadyHere { get; set; }
    public int Unread { get; set; }

    /// <summary>Mails that were placed though something about them was wrong.</summary>
    public int Mended { get; set; }
    public int Files { get; set; }

    public int Percent => Bytes == 0 ? 100 : (int)Math.Min(100, Position * 100 / Bytes);
}

public sealed class MailImportMapping : IEntityTypeConfiguration<MailImport>, IEntityTypeConfiguration<UnreadMail>
{
    public void Configure(EntityTypeBuilder<MailImport> builder)
    {
        builder.ToTable("mail_imports");
        builder.Ignore(i => i.Percent);
        builder.Property(i => i.FileName).HasMaxLength(MailImport.LongestName);
        builder.HasIndex(i => new { i.CommunityId, i.StartedAt });
        builder.HasOne<Community>().WithMany().HasForeignKey(i => i.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(i => i.StartedById);
    }

    public void Configure(EntityTypeBuilder<UnreadMail> builder)
    {
        builder.ToTable("unread_mails");
        builder.Ignore(u => u.BlobName);
        builder.Property(u => u.Detail).HasMaxLength(UnreadMail.LongestDetail);
        builder.HasIndex(u => new { u.ImportId, u.Number }).IsUnique();
        builder.HasOne<MailImport>().WithMany().HasForeignKey(u => u.ImportId);
        builder.HasOne<Community>().WithMany().HasForeignKey(u => u.CommunityId);
    }
}
