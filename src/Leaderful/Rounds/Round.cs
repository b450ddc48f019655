using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Rounds;

/// <summary>On what a round hangs: its people are those who belong there.</summary>
public enum RoundPlace { Circle, Initiative, Gathering }

/// <summary>
/// The people of a circle, of an initiative's team or of a gathering meet two by two: each says whether they are in, then pairs are made
/// once, then there is time to meet.
/// </summary>
[Entity]
public sealed class Round
{
    public const int LongestTitle = 80;

    /// <summary>With fewer, everybody knows whom they would get.</summary>
    public const int FewestPeople = 4;

    public Id<Round> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public RoundPlace Place { get; init; }
    public Id<Thing> OnId { get; init; }
    public string Title { get; private set; } = "";

    /// <summary>Until when people say that they are in; afterwards anybody of them makes the pairs.</summary>
    public DateOnly JoinBy { get; init; }
    public DateOnly MeetBy { get; init; }

    public DateTime? PairedAt { get; private set; }
    public Id<Actor>? PairedById { get; private set; }

    /// <summary>When those who belong there were written that it is open.</summary>
    public DateTime? InvitedAt { get; private set; }

    /// <summary>When each was written whom they meet; from then on the pairs stay.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>Counts whatever is decided about it, so that it is decided one after the other.</summary>
    public int Version { get; private set; }

    public static Round Of(RoundWish wish, Id<Community> community, RoundPlace place, Id<Thing> on) =>
        new() { Id = Id<Round>.New(), CommunityId = community, Place = place, OnId = on, Title = wish.Title, JoinBy = wish.JoinBy, MeetBy = wish.MeetBy };

    public bool IsOver(DateTime now) => Day.IsOver(MeetBy, now);

    /// <summary>Whoever likes says that they are in.</summary>
    public bool IsJoined(DateTime now) => PairedAt is null && !IsOver(now);

    /// <summary>There are pairs, and time to meet.</summary>
    public bool IsUnderWay(DateTime now) => PairedAt is not null && !IsOver(now);

    public void MakePairs(Id<Actor> by, DateTime at) => (PairedById, PairedAt) = (by, at);

    public void Unmake() => (PairedById, PairedAt) = (null, null);

    public void Invite(DateTime at) => InvitedAt = at;

    public void Tell(DateTime at) => ToldAt = at;

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => Title = "";
}

/// <summary>What somebody wants a round to be. A title may be left out.</summary>
public sealed record RoundWish(string Title, DateOnly JoinBy, DateOnly MeetBy);

public sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("rounds");
        builder.Property(r => r.Title).HasMaxLength(Round.LongestTitle);
        builder.HasIndex(r => r.CommunityId);
        builder.HasIndex(r => r.OnId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(r => r.OnId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.PairedById);
    }
}
