using System.Globalization;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;

namespace Leaderful.Demo;

/// <summary>What people of the demo want to bring about, and how they word it.</summary>
public static class Underway
{
    public static void Schedule(Story story)
    {
        var begun = new Dictionary<string, Id<Initiative>>(StringComparer.Ordinal);
        foreach (var cells in Script.Table("initiatives.txt"))
            story.Calendar.On(Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]), unit => Do(story, unit, begun, cells));
    }

    private static async Task Do(Story story, Unit unit, Dictionary<string, Id<Initiative>> begun, string[] cells)
    {
        var (community, which, by) = (story.Place(cells[0]), cells[1], story.Cast.Actor(cells[4]));
        switch (cells[5])
        {
            case "begins":
                begun[which] = await unit.BeginInitiative(by, community.Id, community.ScopeId, cells[6], cells[7]);
                break;
            case "joins":
                await unit.Carry(by, begun[which]);
                break;
            case "words":
                var seen = (await unit.Db.SentenceOf(begun[which]))?.Number ?? 0;
                await unit.WordSentence(by, begun[which], new OrganizingSentence(cells[6], cells[7], cells[8], cells[9], cells[10]), seen);
                break;
            default:
                throw new FormatException($"Nobody knows how one {cells[5]}.");
        }
    }
}
