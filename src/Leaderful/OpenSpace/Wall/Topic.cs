using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Wall;

/// <summary>
/// What somebody wants to talk about, as a slip on the wall. It is a thing: its report hangs on it, commitments are made at it. Its
/// author is whoever put it up; its convener may be somebody they wrote it down for.
/// </summary>
[Entity]
public sealed class Topic
{
    public const int LongestTitle = 200;
    public const int LongestWhy = 1000;
    public const int LongestConvener = 80;

    public Id<Topic> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>As it was called out: the first is 1.</summary>
    public int Number { get; init; }
    public required string Title { get; set; }
    public string Why { get; set; } = "";

    /// <summary>Who calls people together about it, where the house knows them; otherwise by name alone.</summary>
    public Id<Actor>? ConvenerId { get; set; }
    public string Convener { get; set; } = "";

    /// <summary>Where it hangs; in the tray where one of them is missing or was taken away.</summary>
    public Id<Slot>? SlotId { get; private set; }
    public Id<Place>? PlaceId { get; private set; }

    /// <summary>Counts how often it was moved, so that of two who move it at once the second is asked.</summary>
    public int Moves { get; private set; }
    public Id<Actor>? MovedById { get; private set; }

    /// <summary>Since when, and by whose word, it goes on past its time.</summary>
    public DateTime? OverrunAt { get; private set; }
    public Id<Actor>? OverrunById { get; private set; }

    /// <summary>Since when, and by whose hand, it is let go; it stays in the proceedings.</summary>
    public DateTime? RetiredAt { get; private set; }
    public Id<Actor>? RetiredById { get; private set; }

    /// <summary>The topic it was joined to.</summary>
    public Id<Topic>? MergedIntoId { get; private set; }
    public Id<Actor>? MergedById { get; private set; }

    /// <summary>The topic it came out of.</summary>
    public Id<Topic>? SplitFromId { get; init; }

    /// <summary>Called out in the space for action: something to be done, not only talked about.</summary>
    public bool IsAction { get; init; }

    /// <summary>When its convener was asked for a few lines; that happens once.</summary>
    public DateTime? ReportAskedAt { get; private set; }

    /// <summary>The version of the wall with which it last changed.</summary>
    public long Version { get; set; }

    public void Hang(Id<Slot>? slot, Id<Place>? place) => (SlotId, PlaceId) = (slot, place);

    public void Move(Id<Actor> by, Id<Slot>? slot, Id<Place>? place)
    {
        Hang(slot, place);
        (MovedById, Moves) = (by, Moves + 1);
    }

    public void Overrun(Id<Actor>? by, DateTime at) => (OverrunById, OverrunAt) = (by, by is null ? null : at);

    public void Retire(Id<Actor> by, DateTime at) => (RetiredById, RetiredAt) = (by, at);

    public void BringBack() => (RetiredById, RetiredAt) = (null, null);

    public void MergeInto(Id<Topic> other, Id<Actor> by) => (MergedIntoId, MergedById) = (other, by);

    public void Unmerge() => (MergedIntoId, MergedById) = (null, null);

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => (Title, Why, Convener, ConvenerId) = ("", "", "", null);
}

public sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics");
        builder.Property(t => t.Title).HasMaxLength(Topic.LongestTitle);
        builder.Property(t => t.Why).HasMaxLength(Topic.LongestWhy);
        builder.Property(t => t.Convener).HasMaxLength(Topic.LongestConvener);
        builder.HasIndex(t => new { t.SpaceId, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.SpaceId, t.Version });
        builder.HasIndex(t => t.ConvenerId).HasFilter("\"ConvenerId\" IS NOT NULL");
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
        builder.HasOne<Slot>().WithMany().HasForeignKey(t => t.SlotId);
        builder.HasOne<Place>().WithMany().HasForeignKey(t => t.PlaceId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(t => t.MergedIntoId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(t => t.SplitFromId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.ConvenerId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.MovedById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.OverrunById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.RetiredById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.MergedById);
    }
}
