using Leaderful.Accounts;
using Leaderful.Communities.Invitations;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>What became of one turn: some were invited; mails are still on their way, so the next wait; there is no more to do.</summary>
public enum Turn { Went, Waits, Over }

/// <summary>From the steward's word to the last invitation.</summary>
public static class BringingIn
{
    /// <summary>So many mails of a list are on their way at once: a steward who stops it stops it, and no mail server is flooded.</summary>
    public const int AtOnce = 25;

    /// <summary>How many one steward may write to by lists in a day.</summary>
    public const int MostInADay = 5000;

    /// <summary>The steward has seen the list and said yes. What else the file said is no longer needed.</summary>
    public static async Task<bool> Start(this Unit unit, Id<GuestList> id, Id<Actor> by, string origin, Lasting lasting)
    {
        if (await unit.TheList(id) is not { StartedAt: null, EndedAt: null } list) return false;
        var rows = await unit.Rows(id).ToListAsync();
        var known = await Known.In(unit.Db, list.CommunityId, unit.Now);
        var standings = known.Of(rows).ToList();
        if (standings.Exists(s => s.Standing == Standing.Wrong) || !standings.Exists(s => s.Standing == Standing.Ready)) return false;
        foreach (var (row, standing) in standings)
        {
            row.Cells = [];
            if (standing is not (Standing.Ready or Standing.Out)) row.PassedOverAt = unit.Now;
        }
        list.GoOn(by, origin);
        list.Start(unit.Now, lasting, standings.Count(s => s.Standing == Standing.Ready));
        unit.Journal(by, "guests.started", id.Value, list.CommunityId);
        unit.Enqueue(InvitingGuests.KindOfWork, id.Value);
        return true;
    }

    public static async Task Pause(this Unit unit, Id<GuestList> id, Id<Actor> by)
    {
        if (await unit.TheList(id) is not { IsUnderWay: true } list) return;
        list.Pause(unit.Now);
        unit.Tell(Streams.Of(id));
        unit.Journal(by, "guests.paused", id.Value, list.CommunityId, inverse: "guests.went-on");
    }

    public static async Task GoOn(this Unit unit, Id<GuestList> id, Id<Actor> by, string origin)
    {
        if (await unit.TheList(id) is not { PausedAt: not null, EndedAt: null } list) return;
        list.GoOn(by, origin);
        unit.Tell(Streams.Of(id));
        unit.Journal(by, "guests.went-on", id.Value, list.CommunityId, inverse: "guests.paused");
        unit.Enqueue(InvitingGuests.KindOfWork, id.Value);
    }

    /// <summary>The rows go. Of a list that nobody was invited from, nothing stays.</summary>
    public static async Task End(this Unit unit, Id<GuestList> id, Id<Actor> by, string verb)
    {
        if (await unit.TheList(id) is not { EndedAt: null } list) return;
        await unit.Db.The<GuestRow>().Where(r => r.ListId == id).ExecuteDeleteAsync();
        unit.Journal(by, verb, id.Value, list.CommunityId);
        if (list.StartedAt is null) unit.Db.Remove(list);
        else list.End(unit.Now);
        unit.Tell(Streams.Of(id));
    }

    /// <summary>
    /// Invites the next few, each with one mail, in one unit with the note that it was done: whatever ends the program, a row is
    /// invited or it is not. Who became a member or was invited meanwhile is passed over.
    /// </summary>
    public static async Task<Turn> InviteSome(this Unit unit, Id<GuestList> id, Languages languages)
    {
        if (await unit.TheList(id) is not { IsUnderWay: true } list) return Turn.Over;
        if (await unit.Inviter(list) is not { } person)
        {
            list.Pause(unit.Now);
            unit.Tell(Streams.Of(id));
            return Turn.Over;
        }
        if (await unit.OnTheirWay(id) >= AtOnce) return Turn.Waits;
        var rows = await unit.Rows(id).Where(r => r.InvitedAt == null && r.PassedOverAt == null && r.LeftOutAt == null).Take(AtOnce).ToListAsync();
        if (rows.Count == 0)
        {
            if (await unit.OnTheirWay(id) > 0) return Turn.Waits;
            await unit.End(id, list.StartedById!.Value, "guests.invited");
            return Turn.Over;
        }
        await unit.Invite(list, rows, person, languages);
        unit.Tell(Streams.Of(id));
        return Turn.Went;
    }

    private static async Task Invite(this Unit unit, GuestList list, List<GuestRow> rows, Person person, Languages languages)
    {
        var (paper, words, name) = (new Letterhead(languages, list.Origin), languages.Best(person.Language), await unit.NameOf(person.ActorId));
        var known = await Known.In(unit.Db, list.CommunityId, unit.Now);
        foreach (var row in rows)
        {
            if (known.Of(row.EmailKey!) != Standing.Ready)
            {
                row.PassedOverAt = unit.Now;
                continue;
            }
            var (link, token) = unit.Invite(list.CommunityId, person.ActorId, unit.Now + LastsFor(list.Lasting), uses: 1, row.Email);
            var mail = await unit.SendInvitation(paper, words, link, token, name, row.Name);
            row.Invite(unit.Now, mail.Id.Value);
            list.Invited++;
        }
    }

    private static TimeSpan LastsFor(Lasting lasting) => TimeSpan.FromDays(lasting == Lasting.Week ? 7 : 30);

    /// <summary>Whoever invites must tend the community, now as then; else another steward lets it go on.</summary>
    private static Task<Person?> Inviter(this Unit unit, GuestList list) => (
        from person in unit.Db.The<Person>()
        join membership in unit.Db.The<Membership>() on person.Id equals membership.PersonId
        where person.ActorId == list.StartedById && person.LeftAt == null
            && membership.CommunityId == list.CommunityId && membership.LeftAt == null && membership.StewardSince != null
        select person).SingleOrDefaultAsync();

    /// <summary>Mails of the list that were not tried yet. One that a server puts off tries again later and holds nobody up.</summary>
    private static Task<int> OnTheirWay(this Unit unit, Id<GuestList> id) => (
        from row in unit.Db.The<GuestRow>()
        join work in unit.Db.The<OutboxRow>() on row.MailId equals work.Subject
        where row.ListId == id && work.Kind == MailHandler.KindOfWork && work.GivenUpAt == null && work.Attempts < 2
        select row.Id).CountAsync();

    /// <summary>
    /// The list, with its community held: lists are worked on one at a time in a community, so that no address is invited by two
    /// of them at once.
    /// </summary>
    internal static async Task<GuestList?> TheList(this Unit unit, Id<GuestList> id)
    {
        if (await unit.Db.The<GuestList>().Where(l => l.Id == id).Select(l => (Id<Community>?)l.CommunityId).SingleOrDefaultAsync() is not { } community) return null;
        await unit.Hold(community);
        return await unit.Db.The<GuestList>().AsTracking().SingleOrDefaultAsync(l => l.Id == id);
    }

    /// <summary>Somebody who goes for good is not written to by a list that waits.</summary>
    public static Task<int> ForgetGuest(this Unit unit, string emailKey) =>
        unit.Db.The<GuestRow>().Where(r => r.EmailKey == emailKey).ExecuteDeleteAsync();
}
