using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>A link that lets its holder do one thing. Only the token's hash is kept; a GET shows, a POST consumes.</summary>
[Entity]
public sealed class CapabilityLink
{
    public Id<CapabilityLink> Id { get; init; }
    public required byte[] TokenHash { get; init; }
    public LinkPurpose Purpose { get; init; }
    public Id<Person>? PersonId { get; init; }
    public Id<Community>? CommunityId { get; init; }

    /// <summary>What it is about, where it is about one thing.</summary>
    public Id<Thing>? ThingId { get; init; }

    public string? Email { get; init; }
    public Id<Actor> CreatedById { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public int? MaxUses { get; init; }
    public int Uses { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime at) => EndedAt is null && at < ExpiresAt && (MaxUses is null || Uses < MaxUses);

    public void End(DateTime at) => EndedAt ??= at;

    public void Reopen() => EndedAt = null;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

public enum LinkPurpose { SignIn, EmailChange, Invitation, CalendarFeed, MailAnswer, Coming, ComingByMail, OneToOne, Round, Moment, Called }

public sealed class CapabilityLinkMapping : IEntityTypeConfiguration<CapabilityLink>
{
    public void Configure(EntityTypeBuilder<CapabilityLink> builder)
    {
        builder.ToTable("capability_links");
        builder.Property(l => l.Email).HasMaxLength(320);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.CommunityId, l.Purpose });
        builder.HasIndex(l => l.Email);
        builder.HasIndex(l => new { l.CreatedById, l.CreatedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(l => l.CommunityId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(l => l.ThingId);
        builder.HasIndex(l => l.ThingId).HasFilter("\"ThingId\" IS NOT NULL");
    }
}
