using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Rounds;

/// <summary>How somebody stands to rounds in one community, for themselves alone: whether they rest, and how many questions in a row they left.</summary>
public sealed class RoundHabit
{
    /// <summary>After so many questions without an answer nobody asks any more.</summary>
    public const int MostUnanswered = 3;

    /// <summary>So long a question waits until it counts as left.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime? RestsSince { get; private set; }

    /// <summary>Nothing where they rest until they say so.</summary>
    public DateTime? RestsUntil { get; private set; }
    public int Unanswered { get; private set; }
    public DateTime? AskedAt { get; private set; }

    public bool IsResting(DateTime now) => RestsSince is not null && (RestsUntil is null || RestsUntil > now);

    /// <summary>No question is sent any more.</summary>
    public bool IsLeftAlone => Unanswered >= MostUnanswered;

    /// <summary>They are in no new pairs until they say so themselves.</summary>
    public bool IsQuiet(DateTime now) => IsLeftAlone && AskedAt + Waits <= now;

    public void Rest(DateTime at, DateTime? until) => (RestsSince, RestsUntil) = (at, until);

    public void Ask(DateTime at) => (Unanswered, AskedAt) = (Unanswered + 1, at);

    public void Answer() => Unanswered = 0;

    /// <summary>They come in by their own word: they rest no more, and whoever was left alone is there again. Questions they left still count otherwise.</summary>
    public void Join() => (RestsSince, RestsUntil, Unanswered) = (null, null, IsLeftAlone ? 0 : Unanswered);

    /// <summary>They are there again, and may be asked.</summary>
    public void Wake() => (RestsSince, RestsUntil, Unanswered) = (null, null, 0);
}

public sealed class RoundHabitMapping : IEntityTypeConfiguration<RoundHabit>
{
    public void Configure(EntityTypeBuilder<RoundHabit> builder)
    {
        builder.ToTable("round_habits");
        builder.Ignore(h => h.IsLeftAlone);
        builder.HasKey(h => new { h.PersonId, h.CommunityId });
        builder.HasIndex(h => h.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(h => h.CommunityId);
    }
}

public static class RoundHabits
{
    public static Task<RoundHabit?> RoundHabitOf(this Db db, Id<Person> person, Id<Community> community) =>
        db.The<RoundHabit>().AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == person && h.CommunityId == community);

    internal static async Task<RoundHabit> HabitOf(this Unit unit, Id<Person> person, Id<Community> community)
    {
        if (await unit.Db.The<RoundHabit>().AsTracking().SingleOrDefaultAsync(h => h.PersonId == person && h.CommunityId == community) is { } known) return known;
        var habit = new RoundHabit { PersonId = person, CommunityId = community };
        unit.Db.Add(habit);
        return habit;
    }

    public static async Task RestFromRounds(this Unit unit, Id<Person> person, Id<Community> community, DateTime? until) => (await unit.HabitOf(person, community)).Rest(unit.Now, until);

    public static async Task ComeBackToRounds(this Unit unit, Id<Person> person, Id<Community> community) => (await unit.HabitOf(person, community)).Wake();
}
