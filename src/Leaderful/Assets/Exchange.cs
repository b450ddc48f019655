using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets;

/// <summary>
/// Somebody would like what another offers, and says what they could give. All the rest of it is a commitment between the two: offered until
/// whoever is asked takes it, declines it kindly, or says nothing.
/// </summary>
public sealed class Exchange
{
    public const int LongestGives = 200;

    public Id<Commitment> CommitmentId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>What was offered. It is no foreign key: the offer may be taken back, and the exchange goes on.</summary>
    public Id<PortraitEntry> EntryId { get; init; }
    public string Gives { get; set; } = "";
}

public sealed class ExchangeMapping : IEntityTypeConfiguration<Exchange>
{
    public void Configure(EntityTypeBuilder<Exchange> builder)
    {
        builder.ToTable("exchanges");
        builder.HasKey(e => e.CommitmentId);
        builder.Property(e => e.Gives).HasMaxLength(Exchange.LongestGives);
        builder.HasIndex(e => e.CommunityId);
        builder.HasIndex(e => e.EntryId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(e => e.CommitmentId);
        builder.HasOne<Community>().WithMany().HasForeignKey(e => e.CommunityId);
    }
}
