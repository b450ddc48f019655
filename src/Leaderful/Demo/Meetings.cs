using System.Globalization;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OneToOnes;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Whom somebody in the demo meets, one at a time: asked in person or by letter, met, thanked, and what the two wrote down.</summary>
public static class Meetings
{
    public static void Schedule(Story story)
    {
        var planned = new Dictionary<string, Id<OneToOne>>(StringComparer.Ordinal);
        foreach (var cells in Script.Table("one-to-ones.txt"))
            story.Calendar.On(Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]), unit => Do(story, unit, planned, cells));
    }

    private static async Task Do(Story story, Unit unit, Dictionary<string, Id<OneToOne>> planned, string[] cells)
    {
        var (who, key) = (cells[4], cells[1]);
        var desk = new LetterDesk(story.Paper, "leaderful.example", story.Paper.For(story.Cast.Person(who)));
        switch (cells[5])
        {
            case "plans":
                planned[key] = await unit.PlanOneToOne(story.Cast.Session(who), story.Place(cells[0]).Id, Wish(story, cells));
                break;
            case "agreed":
                await unit.NoteAgreed(planned[key], ReachedBy.InPerson);
                break;
            case "asks":
                var time = (await unit.Db.The<OneToOne>().SingleAsync(o => o.Id == planned[key])).Time;
                await unit.AskOther(desk, story.Cast.Session(who), planned[key], new Ask(ReachedBy.Mail, "", [time]));
                break;
            case "chooses":
                await unit.AgreeToMeet(desk, planned[key], (await unit.Db.TimesOf(planned[key]))[0].Id, "");
                break;
            case "met":
                await unit.HoldOneToOne(planned[key]);
                break;
            case "thanked":
                await unit.ThankFor(planned[key]);
                break;
            case "shared":
                var asked = await unit.Db.AskedFor(planned[key]);
                var words = new SharedWords(Enum.Parse<WhatPassed>(cells[6]), cells[7], cells[8], null, cells[9], null, cells[10], "");
                await unit.WriteShared(desk, BetweenQueries.TwoOf(asked!) with { IsPlanner = true }, null, words, tells: false);
                break;
            default:
                throw new FormatException($"Nobody knows how one {cells[5]}.");
        }
    }

    private static OneToOneWish Wish(Story story, string[] cells)
    {
        var day = story.Calendar.FromToday(int.Parse(cells[7], CultureInfo.InvariantCulture));
        var time = new GatheringTime(day, TimeOnly.Parse(cells[8], CultureInfo.InvariantCulture), int.Parse(cells[9], CultureInfo.InvariantCulture), cells[10]);
        return new(story.Cast.Actor(cells[6]), "", time) { Place = cells[11], Purpose = cells[12] };
    }
}
