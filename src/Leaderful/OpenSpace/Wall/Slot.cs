using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Wall;

/// <summary>
/// A row of the wall: from when to when, by the clock where the gathering is. What is not for sessions (news, a meal, the closing
/// circle) has a name and takes no topics. One that was taken away is kept, so that its topics find back when it returns.
/// </summary>
[Entity]
public sealed class Slot
{
    public const int LongestName = 80;
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 12 * 60;

    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public Id<Slot> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateOnly Day { get; private set; }
    public TimeOnly At { get; private set; }
    public int Minutes { get; private set; }
    public SlotKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public DateTime? RemovedAt { get; private set; }
    public Id<Actor>? RemovedById { get; private set; }

    /// <summary>What a time on a wall may be, whoever writes it: the form, or an agenda from elsewhere.</summary>
    public static bool IsDay(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    public static bool IsLength(int minutes) => minutes is >= ShortestMinutes and <= LongestMinutes;

    public DateTime Begins => Day.ToDateTime(At);
    public DateTime Ends => Begins.AddMinutes(Minutes);

    public void Set(SlotWish wish) => (Day, At, Minutes, Kind, Name) = (wish.Day, wish.At, wish.Minutes, wish.Kind, wish.Name);

    public void Remove(Id<Actor> by, DateTime at) => (RemovedById, RemovedAt) = (by, at);

    public void PutBack() => (RemovedById, RemovedAt) = (null, null);
}

public enum SlotKind { Sessions, News, Break, Circle }

/// <summary>A slot as somebody would like it.</summary>
public sealed record SlotWish(DateOnly Day, TimeOnly At, int Minutes, SlotKind Kind = SlotKind.Sessions, string Name = "");

public sealed class SlotMapping : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.ToTable("open_space_slots");
        builder.Ignore(s => s.Begins).Ignore(s => s.Ends);
        builder.Property(s => s.Name).HasMaxLength(Slot.LongestName);
        builder.HasIndex(s => s.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(s => s.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.RemovedById);
    }
}
