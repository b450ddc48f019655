using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Accounts;

/// <summary>A key pair on a person's phone, computer or stick, of which we have the public half (WebAuthn's credential record).</summary>
[Entity]
public sealed class Passkey
{
    public Id<Passkey> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required string Name { get; set; }
    public string Transports { get; init; } = "";

    /// <summary>Counts up where the authenticator counts at all; one that does not go up may be a copy.</summary>
    public long SignCount { get; set; }
    public bool IsUserVerified { get; init; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }
    public DateTime CreatedAt { get; init; }
    public DateTime? LastUsedAt { get; set; }
    public DateTime? RemovedAt { get; private set; }

    public void Remove(DateTime at) => RemovedAt = at;

    public void Restore() => RemovedAt = null;
}

/// <summary>A challenge that was answered. A browser's cookie can be played again; this row cannot be written twice.</summary>
public sealed class SpentChallenge
{
    public required byte[] Hash { get; init; }
    public DateTime SpentAt { get; init; }
}

public sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<SpentChallenge>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.Property(p => p.Name).HasMaxLength(80);
        builder.Property(p => p.Transports).HasMaxLength(100);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<SpentChallenge> builder)
    {
        builder.ToTable("spent_challenges");
        builder.HasKey(c => c.Hash);
        builder.HasIndex(c => c.SpentAt);
    }
}
