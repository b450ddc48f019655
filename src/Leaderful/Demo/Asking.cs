using System.Globalization;
using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>What people of the demo ask of each other's offers, call for, and agree to be called for.</summary>
public sealed class Asking(Story story, string place, Moment at, string who)
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("asking.txt"))
        {
            var at = Moment.On(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
            var asking = new Asking(story, cells[0], at, cells[3]);
            story.Calendar.On(at, unit => asking.Do(unit, cells[4], cells[5..]));
        }
    }

    private Task Do(Unit unit, string what, string[] more) => what switch
    {
        "words" => unit.AddSynonyms(story.Cast.Actor(who), story.Place(place).Id, more[0]),
        "agrees" => unit.AgreeToCalls(story.Cast.Person(who).Id, story.Place(place).Id, more[0]),
        "calls" => unit.CallForHelp(story.Cast.Actor(who), story.Place(place).Id, new CallWish(more[0], Day(more[1])) { More = more[2] }),
        "can" => Can(unit, more[0]),
        "asks" => Ask(unit, more),
        "takes" => Take(unit, more[0]),
        _ => throw new FormatException($"Nobody knows how one {what}."),
    };

    private async Task Can(Unit unit, string line)
    {
        var call = await unit.Db.The<Call>().OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync();
        await unit.CanHelp(story.Cast.Person(who), call, line);
    }

    private async Task Ask(Unit unit, string[] more)
    {
        var whom = story.Cast.Person(more[0]);
        var offer = await unit.Db.The<PortraitEntry>().Where(e => e.PersonId == whom.Id && e.Facet == Facet.Offer).Select(e => new { e.Id, e.Text }).FirstAsync();
        await unit.AskFor(story.Cast.Session(who), story.Place(place).Id, new OpenOffer(offer.Id, offer.Text, whom.Id, whom.ActorId, ""), more[1], more[2]);
    }

    private async Task Take(Unit unit, string from)
    {
        var (me, other) = (story.Cast.Actor(who), story.Cast.Actor(from));
        await unit.Accept(me, await unit.Db.The<Commitment>().Where(c => c.DoerId == me && c.ToActorId == other && unit.Db.The<Exchange>().Any(e => e.CommitmentId == c.Id)).Select(c => c.Id).SingleAsync());
    }

    private DateOnly Day(string days) => DateOnly.FromDateTime(story.Calendar.At(at)).AddDays(int.Parse(days, CultureInfo.InvariantCulture));
}
