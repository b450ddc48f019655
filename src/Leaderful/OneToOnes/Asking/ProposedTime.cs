using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OneToOnes.Asking;

/// <summary>A time the other can choose, as the clock shows it where whoever asked is.</summary>
[Entity]
public sealed class ProposedTime
{
    /// <summary>Three are a choice; more are a task.</summary>
    public const int Most = 3;

    public Id<ProposedTime> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<OneToOne> OneToOneId { get; init; }
    public DateOnly Day { get; init; }
    public TimeOnly At { get; init; }
    public int Minutes { get; init; }
    public required string Zone { get; init; }

    public GatheringTime Time => new(Day, At, Minutes, Zone);

    public static ProposedTime Of(OneToOne one, GatheringTime time) => new()
    {
        Id = Id<ProposedTime>.New(), CommunityId = one.CommunityId, OneToOneId = one.Id, Day = time.Day, At = time.At, Minutes = time.Minutes, Zone = time.Zone,
    };
}

public sealed class ProposedTimeMapping : IEntityTypeConfiguration<ProposedTime>
{
    public void Configure(EntityTypeBuilder<ProposedTime> builder)
    {
        builder.ToTable("proposed_times");
        builder.Ignore(t => t.Time);
        builder.Property(t => t.Zone).HasMaxLength(Zones.LongestName);
        builder.HasIndex(t => t.OneToOneId);
        builder.HasIndex(t => t.CommunityId);
        builder.HasOne<OneToOne>().WithMany().HasForeignKey(t => t.OneToOneId);
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
    }
}
