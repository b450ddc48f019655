using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Bringing;
using Leaderful.Pages.Playback;
using Leaderful.Pages.Together;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>A page of the demo as it came to be: each who wrote on it left it as their part of the script has it.</summary>
public sealed class PageTale(Story story, string place, Tale tale, string rung, string on)
{
    private readonly Id<Page> id = Id<Page>.New();

    public static void Schedule(Story story)
    {
        var pages = new Dictionary<string, Id<Page>>(StringComparer.Ordinal);
        foreach (var cells in Script.Table("pages.txt"))
        {
            var page = new PageTale(story, cells[0], TaleReader.Read(Script.Text($"pages/{cells[0]}/{cells[1]}.md")), cells[2], cells[3]);
            pages[cells[1]] = page.id;
            if (cells.Length > 4) story.TellAbout(cells[0], cells[4], page.id.As<Thing>());
            page.Schedule(pages.TryGetValue(cells[3], out var above) ? above.As<Thing>() : null);
        }
    }

    private void Schedule(Id<Thing>? above)
    {
        foreach (var (nth, saying) in tale.Sayings.Index())
            story.Calendar.On(saying.At, unit => nth == 0 ? Begin(unit, saying, above) : GoOn(unit, saying));
    }

    private async Task Begin(Unit unit, Saying saying, Id<Thing>? above)
    {
        var community = story.Place(place);
        var scope = rung == "place" ? community.ScopeId : (await Circle(unit, community, rung)).ScopeId;
        var about = above ?? (on == "-" ? null : (await Circle(unit, community, on)).Id.As<Thing>());
        await unit.BeginPage(story.Cast.Actor(saying.Who), community.Id, scope, tale.Title, about, MarkdownPage.Change(saying.Text), id);
    }

    private async Task GoOn(Unit unit, Saying saying)
    {
        var then = new Written(1, MarkdownPage.Change(saying.Text)!);
        if (Restoring.Change(await unit.Db.Written(id), then) is { } change) await unit.WriteOn(story.Cast.Actor(saying.Who), id, change);
    }

    private static Task<Circle> Circle(Unit unit, Community community, string key)
    {
        var name = CircleStory.NameOf(key);
        return unit.Db.The<Circle>().SingleAsync(c => c.CommunityId == community.Id && c.Name == name);
    }
}
