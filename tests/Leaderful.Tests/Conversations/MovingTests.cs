using System.Net;
using Leaderful.Care;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Search;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class MovingTests(World world) : IClassFixture<World>
{
    private Visitor[] Others => [world.Hanna, world.Tove, world.Samir];

    private async Task<Id<Conversation>> Long(int posts = 6, string title = "Keys")
    {
        var id = await world.Begin(world.Ruth, title, "About the keys");
        for (var n = 2; n <= posts; n++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Reply(n % 2 == 0 ? world.Ines : world.Ruth, id, $"Word {n} of {id}");
        }
        return id;
    }

    private static Id<Conversation> IdIn(Screen answer) => Id<Conversation>.Parse(answer.Location.Split('/')[^1], null);

    private static (string, string)[] Ticked(params int[] numbers) => [.. numbers.Select(n => ("post", $"{n}"))];

    private Task<Screen> Split(Visitor who, Id<Conversation> id, string title, params int[] numbers) =>
        who.Post($"{Talk.Path(id)}/moves", [("how", "new"), ("title", title), .. Ticked(numbers)]);

    private Task<Screen> Into(Visitor who, Id<Conversation> id, Id<Conversation> to, params int[] numbers) =>
        who.Post($"{Talk.Path(id)}/moves", [("how", "into"), ("into", to.ToString()), .. Ticked(numbers)]);

    [Fact]
    public async Task From_a_post_on_a_conversation_of_its_own_with_all_that_hangs_on_the_posts()
    {
        var id = await Long();
        var before = new[] { await world.Post(id, 3), await world.Post(id, 4), await world.Post(id, 6) };
        await world.Ines.Post($"{Talk.Path(id)}/posts/3/value");
        await world.Writes.Do(unit => unit.Rewrite(world.Ines.Person.ActorId, before[1].Id, Said.Of($"Insurance4 {id}")));
        await world.Writes.Do(unit => unit.Report(world.Ruth.Person.ActorId, before[1].Id, Meant.Else, "Look at it"));
        var choosing = await world.Ines.Get($"{Talk.Path(id)}/moves/new?from=3");
        Assert.Equal(["3", "4", "5", "6"], choosing.Page.QuerySelectorAll("input[name=post]").Where(i => i.HasAttribute("checked")).Select(i => i.GetAttribute("value")));
        Assert.DoesNotContain("Insurance4", choosing.Main, StringComparison.Ordinal);
        var answer = await Split(world.Ines, id, "The insurance", 3, 4, 6);
        var to = IdIn(answer);
        var page = await world.Ruth.Get(Talk.Path(to));
        Assert.Equal("The insurance", page.Heading);
        Assert.Equal(3, page.Page.QuerySelectorAll("#posts > li:not(.since)").Length);
        for (var n = 1; n <= 3; n++)
        {
            var (was, now) = (before[n - 1], await world.Post(to, n));
            Assert.Equal((was.Id, was.CommunityId), (now.Id, now.CommunityId));
        }
        Assert.Equal(1, (await world.Post(to, 1)).ValuedBy);
        Assert.NotNull((await world.Post(to, 2)).EditedAt);
        Assert.NotNull((await world.Post(to, 2)).Folded);
        var (old, own) = (await world.Find(id), await world.Find(to));
        Assert.Equal((6, 3, 3, 0), (old.PostCount, old.TakenDown, own.PostCount, own.TakenDown));
        var left = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal("Three posts", left.Page.QuerySelector("#count")!.TextContent);
        Assert.Equal("Moved to The insurance", left.Page.QuerySelector("#p3.moved")!.TextContent);
        Assert.True(left.Page.QuerySelector("#p4.moved")!.HasAttribute("hidden"));
        Assert.False(left.Page.QuerySelector("#p6.moved")!.HasAttribute("hidden"));
        Assert.NotNull(left.Page.QuerySelector("#p5 .read"));
        Assert.Equal($"{Talk.Path(to)}#p2", (await world.Ruth.Get($"{Talk.Path(id)}/posts/4")).Location);
        Assert.Equal(3, await world.Read(db => db.The<SearchEntry>().CountAsync(e => e.ThingId == before[0].Id.As<Thing>() || e.ThingId == before[1].Id.As<Thing>() || e.ThingId == to.As<Thing>())));
        Assert.DoesNotContain("Moved", (await world.Ines.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{Talk.Path(id)}/posts/3/restoration")).Status);
        foreach (var other in Others) Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Talk.Path(id)}/posts/4")).Status);
        var history = await world.Ruth.Get($"{Talk.Path(to)}/posts/2/revisions");
        Assert.Equal(HttpStatusCode.OK, history.Status);
    }

    [Fact]
    public async Task Whoever_had_read_them_has_read_them_there()
    {
        var id = await Long();
        await world.HasRead(world.Ruth, id);
        for (var n = 7; n <= 8; n++) await world.Reply(world.Ines, id, $"Later {n}");
        var to = IdIn(await Split(world.Ines, id, $"Read {id}", 4, 6, 7, 8));
        var row = (await world.Ruth.Get("/c/millbrook/conversations")).Page.QuerySelectorAll(".threads li").Single(l => l.TextContent.Contains($"Read {id}", StringComparison.Ordinal));
        Assert.Equal("two new", row.QuerySelector(".fresh")!.TextContent);
        Assert.Equal(2, await world.Read(db => db.The<ReadMark>().Where(r => r.ConversationId == to && r.PersonId == world.Ruth.Person.Id).Select(r => r.UpTo).SingleAsync()));
    }

    [Fact]
    public async Task To_the_end_of_another_conversation_and_back_again()
    {
        var (id, to) = (await Long(), await Long(3, "Elsewhere"));
        await world.HasRead(world.Ruth, id);
        await world.HasRead(world.Ruth, to);
        var answer = await Into(world.Ines, id, to, 5, 6);
        Assert.Equal(to, IdIn(answer));
        Assert.Equal((5, 0), ((await world.Find(to)).PostCount, (await world.Find(to)).TakenDown));
        Assert.Equal($"{Talk.Path(to)}#p5", (await world.Ruth.Get($"{Talk.Path(id)}/posts/6")).Location);
        Assert.Null((await world.Ruth.Get(Talk.Path(to))).Page.QuerySelector("#new"));
        await world.Reply(world.Ruth, to, "In between");
        var shown = await world.Ines.Follow(answer);
        var back = await world.Ines.Submit(shown, "/return");
        Assert.Contains("The posts are back where they were", back.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, back.Page.QuerySelectorAll("#posts > li:not(.since, .moved)").Length);
        Assert.Empty(back.Page.QuerySelectorAll(".moved"));
        var there = await world.Ruth.Get(Talk.Path(to));
        Assert.Equal((4, "Four posts"), (there.Page.QuerySelectorAll("#posts > li:not(.since, [hidden])").Length, there.Page.QuerySelector("#count")!.TextContent));
        Assert.Equal($"{Talk.Path(id)}#p6", (await world.Ruth.Get($"{Talk.Path(to)}/posts/5")).Location);
        Assert.Equal((6, 0), ((await world.Find(id)).PostCount, (await world.Find(id)).TakenDown));
    }

    [Fact]
    public async Task Everything_may_go_into_another_and_the_empty_one_is_in_no_list()
    {
        var (id, to) = (await Long(2, "Twice said"), await Long(2, "Said"));
        await Into(world.Ines, id, to, 1, 2);
        Assert.DoesNotContain("Twice said", (await world.Ruth.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        Assert.Contains("Moved to Said", (await world.Ruth.Get(Talk.Path(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_is_taken_back_unless_somebody_has_spoken_there_since()
    {
        var id = await Long();
        var answer = await Split(world.Ines, id, "Short-lived", 5, 6);
        var back = await world.Ines.Submit(await world.Ines.Follow(answer), "/return");
        Assert.Equal(6, back.Page.QuerySelectorAll("#posts > li:not(.since, .moved)").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(Talk.Path(IdIn(answer)))).Status);
        Assert.DoesNotContain("Short-lived", (await world.Ines.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Short-lived", (await world.Ines.Get("/c/millbrook/search?q=short-lived")).Main, StringComparison.Ordinal);
        var again = await Split(world.Ines, id, "Long-lived", 5, 6);
        var shown = await world.Ines.Follow(again);
        await world.Reply(world.Ruth, IdIn(again), "I like it here");
        var stays = await world.Ines.Submit(shown, "/return");
        Assert.Contains("somebody has spoken there since", stays.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await world.Find(IdIn(again))).PostCount);
    }

    [Fact]
    public async Task What_went_on_from_there_is_found_from_everywhere()
    {
        var id = await Long();
        var first = IdIn(await Split(world.Ines, id, "First stop", 4, 5, 6));
        var answer = await Split(world.Ines, first, "Second stop", 2, 3);
        var second = IdIn(answer);
        Assert.Equal($"{Talk.Path(second)}#p2", (await world.Ruth.Get($"{Talk.Path(id)}/posts/6")).Location);
        var page = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal(["Moved to First stop", "Moved to Second stop"], page.Page.QuerySelectorAll(".moved:not([hidden])").Select(m => m.TextContent));
        await world.Writes.Do(unit => unit.Rename(world.Ines.Person.ActorId, second, "Renamed stop"));
        Assert.Contains("Moved to Renamed stop", (await world.Ruth.Get(Talk.Path(id))).Main, StringComparison.Ordinal);
        await world.Writes.Do(unit => unit.TakeDown(world.Ines.Person.ActorId, second));
        var after = await world.Ruth.Get(Talk.Path(id));
        Assert.DoesNotContain("Renamed stop", after.Main, StringComparison.Ordinal);
        Assert.Contains("Moved to another conversation.", after.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_everything_kept()
    {
        var id = await Long(3);
        var none = await world.Ines.Post($"{Talk.Path(id)}/moves", ("how", "new"), ("title", "A title"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("Tick at least one post.", none.Main, StringComparison.Ordinal);
        Assert.Equal("A title", none.Page.QuerySelector("#title")!.GetAttribute("value"));
        var all = await Split(world.Ines, id, "All of it", 1, 2, 3);
        Assert.Contains("Something has to stay here.", all.Main, StringComparison.Ordinal);
        Assert.Equal(3, all.Page.QuerySelectorAll("input[name=post]").Count(i => i.HasAttribute("checked")));
        var untitled = await Split(world.Ines, id, "", 2);
        Assert.Equal(["2"], untitled.Page.QuerySelectorAll("input[name=post]").Where(i => i.HasAttribute("checked")).Select(i => i.GetAttribute("value")));
        foreach (var to in new[] { id, await world.Begin(world.Hanna, where: world.Harbour), Id<Conversation>.New() })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Into(world.Ines, id, to, 2)).Status);
        var other = await Long(2);
        var pasted = await world.Ines.Post($"{Talk.Path(id)}/moves", ("how", "into"), ("into", ""), ("address", $"https://leaderful.example{Talk.Path(other)}/posts/2"), ("post", "2"));
        Assert.Equal(other, IdIn(pasted));
    }

    [Fact]
    public async Task Its_author_may_and_nobody_else()
    {
        var (id, hers, foreign) = (await Long(4), await Long(2, "Hers"), await world.Begin(world.Ines, "By Ines"));
        var move = Id<JournalEntry>.New();
        foreach (var (visitor, conversation) in Others.Select(o => (o, id)).Append((world.Ruth, foreign)))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Talk.Path(conversation)}/moves/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Split(visitor, conversation, "Theirs", 1)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(conversation)}/moves/{move}/return")).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"{Talk.Path(id)}/moves/new")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/moves")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Into(world.Ruth, id, foreign, 2)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Into(world.Ruth, id, hers, 2)).Status);
        var answer = await Split(world.Ines, id, "By a steward", 4);
        var entry = await world.Read(db => db.The<JournalEntry>().Where(j => j.Subject == id.Value && j.Verb == Moving.SplitOffVerb).Select(j => j.Id).SingleAsync());
        foreach (var visitor in Others.Append(world.Ruth)) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/moves/{entry}/return")).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(Talk.Path(IdIn(answer)))).Status);
    }

    [Fact]
    public async Task A_file_goes_along_and_so_does_its_door()
    {
        var id = await Long(3);
        var file = Id<Attachment>.New();
        var post = await world.Post(id, 2);
        await world.Writes.Do(unit => unit.Attach(world.Millbrook.Id, post.Id.As<Thing>(), [new KeptFile(file, "a.txt", "text/plain", 1, new byte[32])]));
        var to = IdIn(await Split(world.Ines, id, "With a file", 2));
        Assert.Equal(post.Id, (await world.Post(to, 1)).Id);
        Assert.Equal(post.Id.As<Thing>(), await world.Read(db => db.The<Attachment>().Where(a => a.Id == file).Select(a => a.ThingId).SingleAsync()));
        foreach (var other in Others) Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/files/{file}")).Status);
    }

    [Fact]
    public async Task Open_pages_of_both_become_what_fresh_ones_are()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            var (id, to) = (await Long(8), await Long(3));
            var pages = new List<(Id<Conversation> Id, Watcher Watcher)>();
            foreach (var one in new[] { id, to }) pages.Add((one, await Watcher.Open(world.Ruth, await world.Ruth.Get(Talk.Path(one)))));
            var moves = new List<(Id<Conversation> From, PostsMoved Moved)>();
            for (var n = 0; n < 6; n++)
            {
                var (from, other) = chance.Next(3) == 0 ? (to, id) : (id, to);
                var numbers = Enumerable.Range(1, 10).Where(_ => chance.Next(4) == 0).ToList();
                var by = world.Ines.Person.ActorId;
                if (moves.Count > 0 && chance.Next(3) == 0) await world.Writes.Do(unit => unit.TakeMoveBack(by, moves[^1].From, moves[^1].Moved.Move));
                else if (await world.Writes.Do(unit => chance.Next(2) == 0 ? unit.SplitOff(by, from, numbers, $"Split {n}") : unit.MoveInto(by, from, numbers, other)) is { } moved) moves.Add((from, moved));
                if (chance.Next(3) == 0) await world.Reply(world.Ruth, to, $"Meanwhile {n}");
            }
            foreach (var (one, watcher) in pages)
            {
                await watcher.Until((await world.Find(one)).Version);
                Assert.Equal(Watcher.Shared((await world.Ruth.Get(Talk.Path(one))).Page), Watcher.Shared(watcher.Page));
                await watcher.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task However_many_went_together_an_open_page_hears_of_all()
    {
        var id = await Long(120);
        var page = await world.Ruth.Get($"{Talk.Path(id)}?from=71");
        await using var watcher = await Watcher.Open(world.Ruth, page);
        var numbers = Enumerable.Range(2, 119).ToList();
        var moved = await world.Writes.Do(unit => unit.SplitOff(world.Ines.Person.ActorId, id, numbers, "Most of it"));
        await watcher.Until((await world.Find(id)).Version);
        Assert.Equal(50, watcher.Page.QuerySelectorAll(".moved").Length);
        Assert.Equal(119, (await world.Find(moved!.To)).PostCount);
        await world.Writes.Do(unit => unit.TakeMoveBack(world.Ines.Person.ActorId, id, moved.Move));
        await watcher.Until((await world.Find(id)).Version);
        Assert.Equal(Watcher.Shared((await world.Ruth.Get($"{Talk.Path(id)}?from=71")).Page), Watcher.Shared(watcher.Page));
    }
}
