using System.Globalization;
using Leaderful.Care;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>What people do with what was said: find it valuable, pin it, give it a conversation of its own, ask for it to be looked at.</summary>
public sealed class Doings(Story story, Tale tale, Id<Conversation> id, string who)
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("doings.txt"))
        {
            var (tale, id) = story.Told(cells[0], cells[1]);
            var doings = new Doings(story, tale, id, cells[4]);
            var (what, words, more) = (cells[5], cells.ElementAtOrDefault(6) ?? "", cells.ElementAtOrDefault(7) ?? "");
            story.Calendar.On(Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]), async unit =>
            {
                if (!await doings.Do(unit, what, words, more)) throw new InvalidOperationException($"{cells[4]} could not do this in '{tale.Title}': {what} {words}");
            });
        }
    }

    private async Task<bool> Do(Unit unit, string what, string words, string more) => what switch
    {
        "pins" => await unit.Pin(By, id),
        "values" => await unit.Value(story.Cast.Session(who), await Post(unit, words), isValuable: true),
        "splits" => await unit.SplitOff(By, id, [.. Enumerable.Range(tale.Find(words, After), After - tale.Find(words, After))], more) is not null,
        "reports" => await unit.Report(By, await Post(unit, words), Meant.Else, more, story.Paper) is not null,
        "unfolds" => await Decide(unit, words, new Ruling(Verdict.Unfolded, Meant.Else, more)),
        _ => throw new FormatException($"Nobody knows how one {what}."),
    };

    private Id<Actor> By => story.Cast.Actor(who);

    private int After => tale.Sayings.Count + 1;

    private async Task<bool> Decide(Unit unit, string words, Ruling ruling)
    {
        var post = await Post(unit, words);
        return await unit.Decide(By, await unit.Db.The<CareCase>().Where(c => c.PostId == post).Select(c => c.Id).SingleAsync(), ruling, story.Paper);
    }

    private Task<Id<Post>> Post(Unit unit, string words)
    {
        var number = tale.Find(words, After);
        return unit.Db.The<Post>().Where(p => p.ConversationId == id && p.Number == number).Select(p => p.Id).SingleAsync();
    }
}
