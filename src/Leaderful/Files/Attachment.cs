using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Files;

/// <summary>A file that hangs on a thing. Whoever may read the thing may have the file; its bytes lie in <see cref="Blobs"/>.</summary>
[Entity]
public sealed class Attachment
{
    public const int LongestName = 200;

    public Id<Attachment> Id { get; init; }
    public Id<Thing> ThingId { get; init; }
    public Id<Community>? CommunityId { get; init; }

    /// <summary>Whose it is where it is of no community: a photo in a portrait.</summary>
    public Id<Person>? PersonId { get; init; }
    public required string FileName { get; init; }

    /// <summary>What the bytes are, by <see cref="FileKind"/>; never what somebody said they are.</summary>
    public required string ContentType { get; init; }
    public long Size { get; init; }
    public required byte[] Sha256 { get; init; }

    /// <summary>Its place among the files of its thing, from 1.</summary>
    public int Number { get; init; }

    /// <summary>A picture that stands in the text itself, so that it is not listed again.</summary>
    public bool InText { get; init; }

    public string BlobName => Id.ToString();

    /// <summary>Where a picture is looked at, as it stands in what people wrote.</summary>
    public static string ShownAt(Id<Attachment> id) => $"/files/{id}?view";

    public FileOwner Owner => CommunityId is { } community ? community : PersonId!.Value;
    public DateTime CreatedAt { get; init; }

    /// <summary>Who brought it, where that need not be whoever its thing is of.</summary>
    public Id<Actor>? BroughtById { get; init; }

    /// <summary>It was taken off and waits in the bin, while its thing stands.</summary>
    public DateTime? TakenOffAt { get; private set; }
    public Id<Actor>? TakenOffById { get; private set; }

    public void TakeOff(Id<Actor> by, DateTime at) => (TakenOffById, TakenOffAt) = (by, at);

    public void PutBack() => (TakenOffById, TakenOffAt) = (null, null);
}

public sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Ignore(a => a.BlobName).Ignore(a => a.Owner);
        builder.Property(a => a.FileName).HasMaxLength(Attachment.LongestName);
        builder.Property(a => a.ContentType).HasMaxLength(60);
        builder.HasIndex(a => new { a.ThingId, a.Number }).IsUnique();
        builder.HasIndex(a => a.CommunityId);
        builder.HasIndex(a => a.BroughtById).HasFilter("\"BroughtById\" IS NOT NULL");
        builder.HasIndex(a => a.PersonId).HasFilter("\"PersonId\" IS NOT NULL");
        builder.HasOne<Thing>().WithMany().HasForeignKey(a => a.ThingId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.BroughtById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.TakenOffById);
    }
}
