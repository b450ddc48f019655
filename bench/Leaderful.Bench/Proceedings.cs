using System.Globalization;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>A finished Open Space for those who were filled in: two days, ten places, a report for each session, pictures on every second.</summary>
internal static class Proceedings
{
    private const int Places = 10;
    private const int SlotsADay = 5;

    public static async Task<int> Fill(string folder, int sessions, int pictures)
    {
        var settings = Instance.In(folder);
        await using var built = Instance.Open(settings);
        var (writes, blobs) = (built.GetRequiredService<Writes>(), new Blobs(settings));
        var (community, actors, wall) = await writes.Do(Wall);
        for (var n = 0; n < sessions; n++)
        {
            var number = n;
            await writes.Do(unit => Session(unit, blobs, (community, actors, wall), number, hasPicture: number < pictures * 2 && number % 2 == 0));
        }
        blobs.Settle(community.Id);
        Console.WriteLine($"BOOK={community.Path}/gatherings/{wall.Space}/book");
        return 0;
    }

    private static async Task<(Community, List<Id<Actor>>, Hung)> Wall(Unit unit)
    {
        var (community, actors) = (await unit.Db.The<Community>().SingleAsync(), await unit.Db.The<Actor>().Where(a => a.PersonId != null).Select(a => a.Id).ToListAsync());
        var day = new DateOnly(2026, 10, 1);
        var wish = new GatheringWish(GatheringKind.OpenSpace, "What keeps a town awake for its neighbours?", new GatheringTime(day, new TimeOnly(9, 0), 2 * 24 * 60, "Europe/Berlin")) { Purpose = MadeUpText.Post(7), Place = "The old mill" };
        var space = (await unit.CallGathering(actors[0], community.Id, new GatheringHost(community.ScopeId), wish)).As<Space>();
        var (slots, places) = (new List<Id<Slot>>(), new List<Id<Place>>());
        for (var n = 0; n < 2 * SlotsADay; n++) slots.Add((await unit.AddSlot(actors[0], space, new SlotWish(day.AddDays(n / SlotsADay), new TimeOnly(9 + n % SlotsADay, 0), 55)))!.Value);
        for (var n = 0; n < Places; n++)
        {
            places.Add((await unit.AddPlace(actors[0], space, $"Room {n + 1}"))!.Value);
            await unit.Db.SaveChangesAsync();
        }
        return (community, actors, new Hung(space, slots, places));
    }

    private static async Task Session(Unit unit, Blobs blobs, (Community Community, List<Id<Actor>> Actors, Hung Wall) at, int n, bool hasPicture)
    {
        var (community, actors, wall) = at;
        var by = actors[n % actors.Count];
        var wish = new TopicWish($"Session {n + 1}: {MadeUpText.Post(n).Split('.')[0]}", by) { Why = MadeUpText.Post(n).Split('\n')[0], Slot = wall.Slots[n / Places % wall.Slots.Count], Place = wall.Places[n % Places] };
        var topic = (await unit.PostTopic(by, wall.Space, wish))!.Value;
        await unit.Db.SaveChangesAsync();
        var picture = hasPicture ? blobs.KeepOne(community.Id, new Upload("photo.jpg", "image/jpeg", MadeUpPicture.Jpeg(n))) : null;
        var page = (await unit.BeginReport(by, topic, Text(n, picture)))!.Value;
        await unit.Db.SaveChangesAsync();
        if (picture is not null) await unit.AttachInText(community.Id, page.As<Thing>(), picture, 1);
        foreach (var actor in actors) await unit.SayWasAt(actor, topic);
        await unit.Promise(by, community.Id, new Promise($"Carry on with session {(n + 1).ToString(CultureInfo.InvariantCulture)}", new DateOnly(2027, 1, 15), community.ScopeId) { Origin = topic.As<Thing>() });
    }

    /// <summary>Two headings, ten paragraphs and a list, as a session of an hour leaves them.</summary>
    private static byte[]? Text(int n, KeptFile? picture)
    {
        var doc = new YDoc();
        return doc.Transact(() =>
        {
            var page = doc.GetXmlFragment("default");
            page.AddElement("heading").AddText("What mattered");
            for (var p = 0; p < 10; p++) page.AddElement("paragraph").AddText(MadeUpText.Post((n * 11) + p));
            if (picture is not null) page.AddElement("image").SetAttribute("src", $"/files/{picture.Id}?view");
            page.AddElement("heading").AddText("Next steps");
            var list = page.AddElement("bulletList");
            for (var p = 0; p < 5; p++) list.AddElement("listItem").AddElement("paragraph").AddText(MadeUpText.Post(n + p).Split('.')[0]);
        });
    }

    private sealed record Hung(Id<Space> Space, IReadOnlyList<Id<Slot>> Slots, IReadOnlyList<Id<Place>> Places);
}
