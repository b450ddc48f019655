using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Two days before the day: it is near.</summary>
public sealed class RemindingBefore(Writes writes, Letterheads letterheads) : LetterWork<Commitment>(writes, letterheads)
{
    public override string Kind => Reminders.Before;

    protected override Task Write(Unit unit, Letterhead paper, Id<Commitment> about, DateTime due) => unit.Remind(paper, about);
}

/// <summary>When the day is over: how did it go?</summary>
public sealed class AskingAfter(Writes writes, Letterheads letterheads) : LetterWork<Commitment>(writes, letterheads)
{
    public override string Kind => Reminders.After;

    protected override Task Write(Unit unit, Letterhead paper, Id<Commitment> about, DateTime due) => unit.AskHowItWent(paper, about);
}

public static class ReminderLetters
{
    private const int LongestInSubject = 80;

    public static async Task<bool> Remind(this Unit unit, Letterhead paper, Id<Commitment> id)
    {
        if (await unit.Find(id) is not { } commitment || !commitment.WantsReminder(unit.Now)) return false;
        if (!await unit.Write(paper, commitment, "before")) return false;
        commitment.RemindedFor = commitment.Due;
        return true;
    }

    public static async Task<bool> AskHowItWent(this Unit unit, Letterhead paper, Id<Commitment> id)
    {
        if (await unit.Find(id) is not { } commitment || !commitment.WantsAsking(unit.Now)) return false;
        if (!await unit.Write(paper, commitment, "after")) return false;
        commitment.AskedFor = commitment.Due;
        return true;
    }

    private static Task<Commitment?> Find(this Unit unit, Id<Commitment> id) => unit.Db.The<Commitment>().AsTracking().SingleOrDefaultAsync(c => c.Id == id);

    private static async Task<bool> Write(this Unit unit, Letterhead paper, Commitment commitment, string when)
    {
        if (await unit.Db.Reminded(commitment.Id) is not var (person, community) || person.RemindersStoppedAt is not null) return false;
        var words = paper.For(person);
        var token = unit.NewAnswerLink(commitment, person);
        unit.Send(new Letter(words, person.Email, words.Say($"commitments.mail.{when}.subject", ("what", Sending.Short(commitment.What, LongestInSubject))))
        {
            FromName = community.Name,
            About = commitment.Id.Value,
            Body = [words.Say($"commitments.mail.{when}.what", ("day", commitment.Due!.Value.ToString("d MMMM", words.Culture)), ("community", community.Name)), commitment.What],
            Link = new LetterLink(words["commitments.mail.link"], $"{paper.Origin}/answers/{token}"),
            After = [words[$"commitments.mail.{when}.once"], words.Say("commitments.mail.stop", ("address", $"{paper.Origin}/me"))],
        });
        return true;
    }
}
