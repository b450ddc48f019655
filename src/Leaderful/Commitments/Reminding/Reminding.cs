using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Two days before the day: it is near.</summary>
public sealed class RemindingBefore(Writes writes, InstanceAddress address, Languages languages) : IOutboxHandler
{
    public string Kind => Reminders.Before;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is { } id && await address.Known() is { } origin) await writes.Do(unit => unit.Remind(new Letterhead(languages, origin), new Id<Commitment>(id)), stop);
    }
}

/// <summary>When the day is over: how did it go?</summary>
public sealed class AskingAfter(Writes writes, InstanceAddress address, Languages languages) : IOutboxHandler
{
    public string Kind => Reminders.After;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is { } id && await address.Known() is { } origin) await writes.Do(unit => unit.AskHowItWent(new Letterhead(languages, origin), new Id<Commitment>(id)), stop);
    }
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
