using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OneToOnes;

/// <summary>
/// Two people meet, face to face. Whoever plans it has it for themselves: as a thing it stands on their own rung. What they write of it is
/// in <c>Notes/</c>, which nobody else can read.
/// </summary>
[Entity]
public sealed class OneToOne
{
    public const int LongestName = 80;
    public const int LongestPurpose = 500;
    public const int LongestPlace = 200;

    public Id<OneToOne> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>Whoever is met, where they belong to the community; otherwise the name they go by.</summary>
    public Id<Actor>? WithId { get; private set; }
    public string WithName { get; private set; } = "";

    public OneToOneKind Kind { get; private set; }

    /// <summary>What it is for; its sentence stands on the card.</summary>
    public Id<Initiative>? InitiativeId { get; private set; }
    public string Purpose { get; private set; } = "";

    /// <summary>A place, or the address of a call.</summary>
    public string Place { get; private set; } = "";

    /// <summary>As the clock on the wall shows it, with the end the two agree on.</summary>
    public DateOnly Day { get; private set; }
    public TimeOnly At { get; private set; }
    public int Minutes { get; private set; }
    public string Zone { get; private set; } = "";
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>That they met, or that it came to nothing; whoever planned it says so.</summary>
    public DateTime? HeldAt { get; private set; }
    public DateTime? LeftAt { get; private set; }

    /// <summary>That they thanked the other.</summary>
    public DateTime? ThankedAt { get; private set; }

    public GatheringTime Time => new(Day, At, Minutes, Zone);

    public void Plan(OneToOneWish wish)
    {
        (WithId, WithName) = (wish.With, wish.With is null ? wish.Name : "");
        (Kind, InitiativeId, Purpose, Place) = (wish.Kind, wish.Initiative, wish.Purpose, wish.Place);
        Move(wish.Time);
    }

    public void Move(GatheringTime to) => (Day, At, Minutes, Zone, StartsAt, EndsAt) = (to.Day, to.At, to.Minutes, to.Zone, to.StartsAt, to.EndsAt);

    public void Hold(DateTime at) => (HeldAt, LeftAt) = (at, null);

    /// <summary>It did not take place, and will not.</summary>
    public void Leave(DateTime at) => (HeldAt, LeftAt, ThankedAt) = (null, at, null);

    /// <summary>As though nothing had been said yet.</summary>
    public void Reopen() => (HeldAt, LeftAt, ThankedAt) = (null, null, null);

    public void Thank(DateTime at) => ThankedAt = at;

    public void Unthank() => ThankedAt = null;

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => (WithId, WithName, Purpose, Place, InitiativeId) = (null, "", "", "", null);
}

public sealed class OneToOneMapping : IEntityTypeConfiguration<OneToOne>
{
    public void Configure(EntityTypeBuilder<OneToOne> builder)
    {
        builder.ToTable("one_to_ones");
        builder.Ignore(o => o.Time);
        builder.Property(o => o.WithName).HasMaxLength(OneToOne.LongestName);
        builder.Property(o => o.Purpose).HasMaxLength(OneToOne.LongestPurpose);
        builder.Property(o => o.Place).HasMaxLength(OneToOne.LongestPlace);
        builder.Property(o => o.Zone).HasMaxLength(Zones.LongestName);
        builder.HasIndex(o => o.CommunityId);
        builder.HasIndex(o => o.WithId).HasFilter("\"WithId\" IS NOT NULL");
        builder.HasIndex(o => o.InitiativeId).HasFilter("\"InitiativeId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(o => o.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(o => o.WithId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(o => o.InitiativeId);
    }
}
