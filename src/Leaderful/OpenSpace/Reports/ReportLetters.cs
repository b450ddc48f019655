using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Letters;
using Leaderful.Mail;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reports;

/// <summary>
/// One letter, after a session is over, to the member who called it, where nobody has begun its report. It looks when it is due: what
/// was moved to later is looked at again then, and what came to an end otherwise is not written of.
/// </summary>
public sealed class AskingForReports(Writes writes, Letterheads letterheads) : LetterWork<Topic>(writes, letterheads)
{
    public const string KindOfWork = "topic.report";

    /// <summary>Who writes in the room is not written to.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Where the house itself was away for long, nobody is asked about what is long ago.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(3);

    public override string Kind => KindOfWork;

    public static DateTime Due(UnreportedSession session) => session.OverAt + Patience;

    public static bool IsStale(UnreportedSession session, DateTime now) => now > Due(session) + Stale;

    protected override Task Write(Unit unit, Letterhead paper, Id<Topic> about, DateTime due) => unit.AskForReport(paper, about);
}

public static class ReportLetters
{
    /// <summary>Once it hangs at a time; what hangs there as it is over already is given as long.</summary>
    internal static async Task AskLater(this Unit unit, IQueryable<Topic> topics)
    {
        // What is asked for is read from what is written.
        await unit.Db.SaveChangesAsync();
        foreach (var session in await unit.Db.WithoutReport(topics.Where(t => t.ReportAskedAt == null), default).AsNoTracking().ToListAsync())
            if (!AskingForReports.IsStale(session, unit.Now)) unit.Enqueue(AskingForReports.KindOfWork, session.Topic.Id.Value, Later(AskingForReports.Due(session), unit.Now + AskingForReports.Patience));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    public static async Task AskForReport(this Unit unit, Letterhead paper, Id<Topic> id)
    {
        var asked = unit.Db.The<Topic>().Where(t => t.Id == id && t.ReportAskedAt == null);
        if (await unit.Db.WithoutReport(unit.Db.OnOpened(asked), default).AsNoTracking().SingleOrDefaultAsync() is not { } session || AskingForReports.IsStale(session, unit.Now)) return;
        if (AskingForReports.Due(session) is var due && due > unit.Now)
        {
            unit.Enqueue(AskingForReports.KindOfWork, id.Value, due);
            return;
        }
        if (await unit.Db.ConvenerOf(session) is not { } person) return;
        // Of two that look at once one writes.
        if (await asked.ExecuteUpdateAsync(t => t.SetProperty(x => x.ReportAskedAt, unit.Now)) == 0) return;
        unit.Send(Letter(paper, await Letterhead.Of(unit, session.Gathering.CommunityId), session, person));
    }

    /// <summary>A member who still reads it and wants such letters; a guest has no address.</summary>
    private static Task<Person?> ConvenerOf(this Db db, UnreportedSession session)
    {
        var convener = session.Topic.ConvenerId;
        return db.SeenBy(session.Gathering.Id)
            .Where(p => p.RemindersStoppedAt == null && db.The<Actor>().Any(a => a.Id == convener && (a.Id == p.ActorId || a.ClaimedById == p.ActorId))).SingleOrDefaultAsync();
    }

    private static Letter Letter(Letterhead paper, Community community, UnreportedSession session, Person person)
    {
        var (words, topic, gathering) = (paper.For(person), session.Topic, session.Gathering);
        return new Letter(words, person.Email, words.Say("reporting.mail.subject", ("title", topic.Title)))
        {
            FromName = community.Name,
            About = topic.Id.Value,
            Body = [words.Say("reporting.mail.what", ("title", topic.Title), ("theme", gathering.Title)), words["reporting.mail.how"]],
            Link = new LetterLink(words["reporting.write"], $"{paper.Origin}{community.Path}/gatherings/{gathering.Id}/wall/topics/{topic.Id}"),
            After = [words["reporting.mail.once"], words.Say("commitments.mail.stop", ("address", $"{paper.Origin}/me"))],
        };
    }
}
