using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Letters;

/// <summary>A letter the day before, to those who come or may come. Where the time was moved meanwhile, the letter of the new time counts.</summary>
public sealed class Reminding(Writes writes, Letterheads letterheads) : LetterWork<Gathering>(writes, letterheads)
{
    public const string KindOfWork = "gathering.remind";
    public static readonly TimeSpan Before = TimeSpan.FromHours(24);

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Gathering> about, DateTime due) => unit.RemindOf(paper, about, due);
}

public static class RemindingLetters
{
    /// <summary>The letters that are due at a moment, if the gathering still begins a day after it.</summary>
    public static async Task RemindOf(this Unit unit, Letterhead paper, Id<Gathering> id, DateTime due)
    {
        if (await unit.FindGathering(id) is not { CancelledAt: null, StartsAt: { } starts } gathering) return;
        if (starts - Reminding.Before != due || starts <= unit.Now || gathering.RemindedFor == starts) return;
        var people = await unit.Db.Coming(id).Where(p => p.RemindersStoppedAt == null).ToListAsync();
        var about = await GatheringPaper.Of(unit, paper, gathering);
        foreach (var person in people) unit.Send(about.Letter(person, "remind"));
        gathering.Reminded();
    }

    /// <summary>Where it is more than a day away.</summary>
    internal static void RemindOf(this Unit unit, Gathering gathering)
    {
        if (gathering.StartsAt - Reminding.Before is { } due && due > unit.Now) unit.Enqueue(Reminding.KindOfWork, gathering.Id.Value, due);
    }
}
