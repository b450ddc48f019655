using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings.Series;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings;

/// <summary>
/// People come together, in a place or in a call. A circle hosts it, or the community; who sees it is the thing's rung. A title
/// is enough: the time may still be open.
/// </summary>
[Entity]
public sealed class Gathering
{
    public const int LongestTitle = 120;
    public const int LongestPurpose = 1000;
    public const int LongestPlace = 200;
    public const int LongestLink = 500;
    public const int LongestAgenda = 4000;
    public const int LongestReason = 200;

    public Id<Gathering> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The circle that hosts it; the community does where there is none.</summary>
    public Id<Circle>? CircleId { get; init; }

    public GatheringKind Kind { get; set; }
    public required string Title { get; set; }
    public string Purpose { get; set; } = "";
    public string Place { get; set; } = "";

    /// <summary>Where the call is.</summary>
    public string Link { get; set; } = "";
    public string Agenda { get; set; } = "";

    /// <summary>As the clock on the wall shows it; the moments follow from it.</summary>
    public DateOnly? Day { get; private set; }
    public TimeOnly? At { get; private set; }
    public int Minutes { get; private set; }
    public string Zone { get; private set; } = "";
    public DateTime? StartsAt { get; private set; }
    public DateTime? EndsAt { get; private set; }

    /// <summary>The time it had before that was taken away again: calendars that keep it are told so by it.</summary>
    public GatheringTime? Withdrawn { get; private set; }

    /// <summary>The series it is one of, and the day on which the rule puts it there, wherever it was moved since.</summary>
    public Id<GatheringSeries>? SeriesId { get; private set; }
    public DateOnly? SeriesDay { get; private set; }

    public string HarvestWhat { get; private set; } = "";
    public string HarvestHow { get; private set; } = "";
    public string HarvestFor { get; private set; } = "";
    public DateOnly? HarvestBy { get; private set; }

    /// <summary>Counts what people's calendars have to know: another time or place, calling off and calling on again.</summary>
    public int Sequence { get; private set; }
    public DateTime ChangedAt { get; private set; }

    /// <summary>Counts every change of its words, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    /// <summary>Counts every change of what is said of it; live pages say which one they have seen.</summary>
    public long Version { get; private set; }

    /// <summary>Up to which count those who come were told.</summary>
    public int ToldOf { get; private set; }

    /// <summary>For which beginning those who come were reminded.</summary>
    public DateTime? RemindedFor { get; private set; }

    public DateTime? CancelledAt { get; private set; }
    public Id<Actor>? CancelledById { get; private set; }
    public string CancelReason { get; private set; } = "";

    public GatheringTime? Time => Day is { } day && At is { } at ? new(day, at, Minutes, Zone) : null;

    public HarvestPlan Harvest => new(HarvestWhat, HarvestHow, HarvestFor, HarvestBy);

    public void Begin(GatheringTime? time, DateTime now)
    {
        Set(time);
        ChangedAt = now;
    }

    /// <summary>Whether its time is another now.</summary>
    public bool Move(GatheringTime? time)
    {
        if (time == Time) return false;
        Withdrawn = time is null ? Time : null;
        Set(time);
        return true;
    }

    public void Plan(HarvestPlan harvest) => (HarvestWhat, HarvestHow, HarvestFor, HarvestBy) = (harvest.What, harvest.How, harvest.ForWhom, harvest.By);

    /// <summary>It is this one of a series.</summary>
    public void Belong(SeriesPlace? place) => (SeriesId, SeriesDay) = (place?.Series, place?.Day);

    public void Rewritten() => Edition++;

    public void Told() => ToldOf = Sequence;

    public void Reminded() => RemindedFor = StartsAt;

    /// <summary>Calendars have to know of it.</summary>
    public void Renew(DateTime now) => (Sequence, ChangedAt) = (Sequence + 1, now);

    public void Cancel(Id<Actor> by, DateTime at, string reason)
    {
        (CancelledById, CancelledAt, CancelReason) = (by, at, reason);
        Renew(at);
    }

    public void Uncancel(DateTime now)
    {
        (CancelledById, CancelledAt, CancelReason) = (null, null, "");
        Renew(now);
    }

    /// <summary>What was written about it goes; that it takes place, when and where, stays.</summary>
    public void Silence()
    {
        (Purpose, Agenda) = ("", "");
        Plan(HarvestPlan.None);
    }

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank()
    {
        (Title, Place, Link, CancelReason) = ("", "", "", "");
        Silence();
    }

    private void Set(GatheringTime? time) => (Day, At, Minutes, Zone, StartsAt, EndsAt) = (time?.Day, time?.At, time?.Minutes ?? 0, time?.Zone ?? "", time?.StartsAt, time?.EndsAt);
}

public sealed class GatheringMapping : IEntityTypeConfiguration<Gathering>
{
    public void Configure(EntityTypeBuilder<Gathering> builder)
    {
        builder.ToTable("gatherings");
        builder.Ignore(g => g.Time).Ignore(g => g.Harvest);
        builder.Property(g => g.Title).HasMaxLength(Gathering.LongestTitle);
        builder.Property(g => g.Place).HasMaxLength(Gathering.LongestPlace);
        builder.Property(g => g.Link).HasMaxLength(Gathering.LongestLink);
        builder.Property(g => g.Withdrawn).HasConversion(t => t!.Written(), t => GatheringTime.Read(t)).HasMaxLength(Zones.LongestName + 30);
        builder.Property(g => g.Zone).HasMaxLength(Zones.LongestName);
        builder.HasIndex(g => new { g.CommunityId, g.EndsAt });
        builder.HasIndex(g => g.CircleId).HasFilter("\"CircleId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(g => g.CommunityId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(g => g.CircleId);
        builder.HasIndex(g => new { g.SeriesId, g.SeriesDay }).HasFilter("\"SeriesId\" IS NOT NULL");
        builder.HasOne<GatheringSeries>().WithMany().HasForeignKey(g => g.SeriesId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.CancelledById);
    }
}
