using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Calendars;
using Leaderful.Mail;
using Leaderful.Mime;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>The letters between two who want to meet: each about one step, with the way to answer in it. Nobody is reminded.</summary>
public static class OneToOneLetters
{
    private const int MostADay = 10;

    /// <summary>Nothing to whoever set the planner aside, nor where there is no address or its owner has never come by it; a member sees it when they come in.</summary>
    internal static async Task WriteToOther(this Unit unit, LetterDesk desk, Id<OneToOne> id, string what)
    {
        if (await unit.Db.AskedFor(id) is not { } asked) return;
        var to = asked.Other?.Email ?? asked.Request.Email;
        if (to.Length == 0 || asked.Other is { EmailProvedAt: null } || await unit.IsAside(asked) || await unit.HasHadEnough(asked)) return;
        var words = asked.Other is { } person ? desk.Head.For(person) : desk.Words;
        var name = asked.Planned(words);
        var token = unit.OpenLink(asked.It, asked.Planner.ActorId, asked.Other is null ? to : "", asked.Other?.Id);
        unit.Send(await unit.Letter(desk, asked, words, to, what, name, new LetterLink(words[$"asking.mail.{what}.link"], $"{desk.Head.Origin}{AnsweringByLink.Path}{token}")) with
        {
            After = [words[asked.Other is null ? "asking.mail.why-address" : "asking.mail.why-member"]],
        });
    }

    internal static async Task WriteToPlanner(this Unit unit, LetterDesk desk, Id<OneToOne> id, string what)
    {
        if (await unit.Db.AskedFor(id) is not { } asked) return;
        var (words, community) = (desk.Head.For(asked.Planner), await Letterhead.Of(unit, asked.It.CommunityId));
        var way = new LetterLink(words["asking.mail.open"], $"{desk.Head.Origin}{community.Path}/one-to-ones/{id}");
        unit.Send(await unit.Letter(desk, asked, words, asked.Planner.Email, what, asked.Met(words), way));
    }

    private static async Task<Letter> Letter(this Unit unit, LetterDesk desk, Asked asked, Words words, string to, string what, string name, LetterLink link)
    {
        var (one, community) = (asked.It, await Letterhead.Of(unit, asked.It.CommunityId));
        var asks = what is "ask" or "moved";
        var says = what is "agrees" or "another" or "declines" && asked.Request.Word.Length > 0;
        var times = asks ? (await unit.Db.TimesOf(one.Id)).Select(t => When.Plain(t.Time.StartsAt, t.Time.EndsAt, t.Zone, words)) : [When.Plain(one.StartsAt, one.EndsAt, one.Zone, words)];
        return new Letter(words, to, words.Say($"asking.mail.{what}.subject", ("name", name)))
        {
            FromName = community.Name,
            About = one.Id.Value,
            Body =
            [
                words.Say($"asking.mail.{what}.what", ("name", name), ("community", community.Name)),
                .. asks && one.Purpose.Length > 0 ? [one.Purpose] : Array.Empty<string>(),
                .. says ? [asked.Request.Word] : Array.Empty<string>(),
                .. what is "another" or "declines" ? [] : times,
                .. one.Place.Length > 0 && what is not ("off" or "another" or "declines") ? [one.Place] : Array.Empty<string>(),
            ],
            Link = link,
            Calendar = what is "agreed" or "agrees" or "off" or "moved" or "declines" ? asked.ForCalendar(desk.Domain, words.Say("one-to-ones.with-name", ("name", name)), unit.Now, isOff: what is "off" or "moved" or "declines") : null,
        };
    }

    private static OutgoingCalendar ForCalendar(this Asked asked, string domain, string title, DateTime now, bool isOff) =>
        OneToOneCalendar.Document(asked.It, asked.Request.Sequence, domain, title, now, isOff).ToMail();

    /// <summary>However often it is moved to and fro: nobody's mailbox is filled with it.</summary>
    private static async Task<bool> HasHadEnough(this Unit unit, Asked asked)
    {
        var (thing, since) = (asked.Id.As<Thing>(), unit.Now.AddDays(-1));
        return await unit.Db.The<CapabilityLink>().CountAsync(l => l.ThingId == thing && l.Purpose == LinkPurpose.OneToOne && l.CreatedAt > since) >= MostADay;
    }

    private static Task<bool> IsAside(this Unit unit, Asked asked)
    {
        var (other, planner, here) = (asked.Other?.Id, asked.Planner.ActorId, asked.It.CommunityId);
        return unit.Db.The<SetAside>().AnyAsync(s => s.PersonId == other && s.OtherId == planner && s.CommunityId == here);
    }
}
