using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.ICalendar;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings.Series;

/// <summary>
/// What comes again: the first of them and the rule. Each time is a gathering of its own, with its own answers and notes, made a
/// year ahead; the rule only says when the next ones are.
/// </summary>
[Entity]
public sealed class GatheringSeries
{
    public const int LongestRule = 200;

    public Id<GatheringSeries> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The first of all from which it goes on, where the rest was changed: they are of one kin.</summary>
    public Id<GatheringSeries>? FirstId { get; init; }

    /// <summary>As an RRULE of RFC 5545.</summary>
    public required string Rule { get; init; }
    public DateOnly FirstDay { get; init; }
    public TimeOnly At { get; init; }
    public int Minutes { get; init; }
    public required string Zone { get; init; }

    /// <summary>The last day of the rule for which a gathering was made.</summary>
    public DateOnly MadeUpTo { get; set; }

    /// <summary>No more of them are made: called off, or another series goes on in its place.</summary>
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;

    public void GoOn() => EndedAt = null;

    public GatheringTime TimeOn(DateOnly day) => new(day, At, Minutes, Zone);

    /// <summary>The days on which it comes, from one on.</summary>
    public IEnumerable<DateOnly> DaysFrom(DateOnly from) => RecurrenceRule.Parse(Rule)?.Expand(FirstDay, from) ?? [];
}

public sealed class GatheringSeriesMapping : IEntityTypeConfiguration<GatheringSeries>
{
    public void Configure(EntityTypeBuilder<GatheringSeries> builder)
    {
        builder.ToTable("gathering_series");
        builder.Property(s => s.Rule).HasMaxLength(GatheringSeries.LongestRule);
        builder.Property(s => s.Zone).HasMaxLength(Zones.LongestName);
        builder.HasIndex(s => s.CommunityId);
        builder.HasIndex(s => s.FirstId).HasFilter("\"FirstId\" IS NOT NULL");
        builder.HasOne<GatheringSeries>().WithMany().HasForeignKey(s => s.FirstId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
    }
}
