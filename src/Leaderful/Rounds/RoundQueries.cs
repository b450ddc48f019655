using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Rounds.Letters;
using Leaderful.Rounds.Pairs;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>One round, for one of its people: of the others only how many they are.</summary>
public sealed record RoundModel(RoundHead Head, DateTime Now)
{
    public int In { get; init; }
    public int Pairs { get; init; }

    /// <summary>How many pairs met; nothing while fewer than five people said so or otherwise.</summary>
    public int? Met { get; init; }
    public IReadOnlyList<Mate> Mates { get; init; } = [];
    public IReadOnlyList<RoundReason> Reasons { get; init; } = [];
    public RoundHabit? Habit { get; init; }

    public bool MayUnmake(Id<Actor> by) => Head.It is { PairedAt: { } made, ToldAt: null } && Head.It.PairedById == by && Now < made + RoundTimes.Patience;
}

/// <summary>What a round wants of somebody today: to say whether they are in, to meet, or to say whether they met.</summary>
public enum RoundWant { Join, Meet, Tell }

public sealed record RoundToday(RoundHead Head, RoundWant Want, IReadOnlyList<Mate> Mates);

/// <summary>The one line about rounds on the page of what they hang on: the round that goes on, or the way to open one.</summary>
public sealed record RoundHint(Id<Round>? Round, string Title, Id<Thing> On);

public static class RoundQueries
{
    /// <summary>Groups of fewer get no numbers.</summary>
    public const int FewestAnswers = 5;
    private const int Most = 100;

    public static async Task<RoundModel> RoundFor(this Db db, Viewer viewer, RoundHead head, DateTime now)
    {
        var id = head.Id;
        var all = await db.The<RoundAnswer>().Where(a => a.RoundId == id && a.InAt != null).Select(a => new { a.Pair, a.Met }).ToListAsync();
        var pairs = all.Where(a => a.Pair is not null).GroupBy(a => a.Pair).ToList();
        var mates = head.Mine?.Pair is { } pair ? (await db.MatesOf(head.It, pair)).Others(viewer.Me.PersonId) : [];
        return new(head, now)
        {
            In = all.Count, Pairs = pairs.Count, Mates = mates,
            Met = all.Count(a => a.Met is not null) < FewestAnswers ? null : pairs.Count(p => p.Any(a => a.Met == Met.Yes) && p.All(a => a.Met != Met.No)),
            Reasons = mates.Count == 0 ? [] : await db.ReasonsFor(viewer.Me.PersonId, head.It, mates),
            Habit = await db.RoundHabitOf(viewer.Me.PersonId, viewer.Here.Id),
        };
    }

    public static Task<List<RoundHead>> MyRounds(this Db db, Viewer viewer) =>
        db.RoundsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Round>()).Take(Most).ToListAsync();

    public static async Task<IReadOnlyList<RoundToday>> RoundsToday(this Db db, Viewer viewer, DateTime now)
    {
        var since = Day.Today(now - RoundTimes.Again - RoundTimes.Stale);
        var heads = await db.RoundsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Round>().Where(r => r.MeetBy >= since)).Take(Most).ToListAsync();
        if (heads.Count == 0) return [];
        var habit = await db.RoundHabitOf(viewer.Me.PersonId, viewer.Here.Id);
        List<RoundToday> today = [];
        foreach (var head in heads)
        {
            if (Want(head, habit, now) is not { } want) continue;
            var mates = head.Mine?.Pair is { } pair ? (await db.MatesOf(head.It, pair)).Others(viewer.Me.PersonId) : [];
            if (want == RoundWant.Join || mates.Count > 0) today.Add(new(head, want, mates));
        }
        return today;
    }

    private static RoundWant? Want(RoundHead head, RoundHabit? habit, DateTime now) => head switch
    {
        { Mine: { IsAsked: true, AskedAt: { } asked } } when now < asked + RoundTimes.Stale => RoundWant.Tell,
        { Mine: { Pair: not null, Met: not Met.Yes } } when head.It.IsUnderWay(now) => RoundWant.Meet,
        { Mine: null } when head.It.IsJoined(now) && !(habit is not null && (habit.IsResting(now) || habit.IsLeftAlone)) => RoundWant.Join,
        _ => null,
    };

    /// <summary>Nothing where no round goes on and there are too few to open one.</summary>
    public static async Task<RoundHint?> RoundHintOn(this Db db, Id<Thing> on, RoundPlace place, DateTime now)
    {
        var running = Day.Earliest(now);
        var round = await db.The<Round>().AsNoTracking().Where(r => r.OnId == on && r.MeetBy >= running && db.The<Thing>().Any(t => t.Id == r.Id.As<Thing>() && t.DeletedAt == null))
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync();
        if (round is not null) return new(round.Id, round.Title, on);
        return await db.PeopleAt(place, on).CountAsync() >= Round.FewestPeople ? new(null, "", on) : null;
    }

    /// <summary>Those taken down, for whoever opened them.</summary>
    public static async Task<List<BinItem>> RoundsInBin(this Db db, Viewer viewer, DateTime since)
    {
        var actor = viewer.Me.ActorId;
        return [.. (await db.RoundsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt > since && t.AuthorId == actor), db.The<Round>()).ToListAsync())
            .Select(r => new BinItem(default, null, r.Name(viewer.Words), "", "", r.DeletedAt!.Value) { Round = r.Id })];
    }
}
