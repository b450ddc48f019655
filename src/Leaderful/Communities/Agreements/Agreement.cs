using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Communities.Agreements;

/// <summary>What everybody who joins agrees to. Each change is a version; members are asked again.</summary>
[Entity]
public sealed class Agreement
{
    public Id<Agreement> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The number of the version that holds now.</summary>
    public int Version { get; set; }
    public DateTime ChangedAt { get; set; }
    public DateTime? RetiredAt { get; private set; }
    public Id<Actor>? RetiredById { get; private set; }

    public void Retire(Id<Actor> by, DateTime at) => (RetiredById, RetiredAt) = (by, at);

    public void Restore() => (RetiredById, RetiredAt) = (null, null);
}

[Entity]
public sealed class AgreementVersion
{
    public Id<AgreementVersion> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Agreement> AgreementId { get; init; }
    public int Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public DateTime WrittenAt { get; init; }
    public Id<Actor> WrittenById { get; init; }
}

/// <summary>This person accepted this version, then.</summary>
public sealed class Acceptance
{
    public Id<Agreement> AgreementId { get; init; }
    public int Version { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

public sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<AgreementVersion>, IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements");
        builder.HasIndex(a => a.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.RetiredById);
    }

    public void Configure(EntityTypeBuilder<AgreementVersion> builder)
    {
        builder.ToTable("agreement_versions");
        builder.Property(v => v.Title).HasMaxLength(120);
        builder.HasIndex(v => new { v.AgreementId, v.Number }).IsUnique();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(v => v.AgreementId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(v => v.WrittenById);
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("agreement_acceptances");
        builder.HasKey(a => new { a.AgreementId, a.Version, a.PersonId });
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.AgreementId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
    }
}
