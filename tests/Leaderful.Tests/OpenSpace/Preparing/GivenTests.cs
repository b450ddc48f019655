using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>What limits the space: everybody in the room reads it, and may ask once whether it is still fixed.</summary>
public class GivenTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Budget = "The budget of this year is spent.";

    [Fact]
    public async Task Whoever_prepares_writes_it_down_and_everybody_in_the_room_reads_it()
    {
        var (id, _) = await Given();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var path = $"{OpenSpaces.Path(id)}/givens";
        await world.Wen.Submit(await world.Wen.Get($"{path}/new"), "/givens", ("text", "The ward stays open."), ("set-by", "Thandi"), ("until", world.Day(60).Written()));
        foreach (var reader in new[] { world.Ruth, world.Wen, world.Bea, await world.Guest(id) })
        {
            var page = await reader.Get(path);
            Assert.Contains(Budget, page.Main, StringComparison.Ordinal);
            Assert.Contains("set by Thandi", page.Main, StringComparison.Ordinal);
            Assert.Contains("Whoever comes is the right one.", page.Main, StringComparison.Ordinal);
        }
        var elsewhere = await world.Guest(await world.Space());
        Assert.Contains("/sign-in", (await elsewhere.Get(path)).Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await world.Anyone().Get(path)).Location, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/gatherings/{id}/givens")).Status);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told_and_sees_both()
    {
        var (id, given) = await Given();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var path = $"{OpenSpaces.Path(id)}/givens/{given}";
        var (first, second) = (await world.Ruth.Get(path), await world.Wen.Get(path));
        await world.Ruth.Submit(first, $"/givens/{given}", ("text", "Ruth's words."));
        var told = await world.Wen.Submit(second, $"/givens/{given}", ("text", "Wen's words."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal("Wen's words.", told.Page.QuerySelector("#text")!.TextContent);
        Assert.Contains("Ruth's words.", told.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ruth's words.", (await Shown(id, world.Ruth)).Single().It.Text);
        // Sent again it is meant.
        await world.Wen.Submit(told, $"/givens/{given}");
        Assert.Equal("Wen's words.", (await Shown(id, world.Ruth)).Single().It.Text);
        // Who sends what stands there already writes over nothing; and where it was taken away there is nothing to write over.
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Submit(first, $"/givens/{given}", ("text", "Wen's words."))).Status);
        await world.Ruth.Post($"{path}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post(path, ("text", "Late"), ("set-by", "Thandi"), ("edition", "0"))).Status);
    }

    [Fact]
    public async Task Nobody_else_writes_or_takes_away_and_whoever_does_can_put_it_back()
    {
        var (id, given) = await Given();
        var path = $"{OpenSpaces.Path(id)}/givens";
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir, world.Anyone(), await world.Guest(id) })
        {
            foreach (var page in new[] { "new", $"{given}", $"{given}/answers" }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{path}/{page}")).Status);
            await other.Post(path, ("text", "Mine"), ("set-by", "Me"));
            await other.Post($"{path}/{given}", ("text", "Mine"), ("set-by", "Me"));
            await other.Post($"{path}/{given}/answers", ("fixedness", "Gone"));
            await other.Post($"{path}/{given}/deletion");
        }
        Assert.Equal([(Budget, false)], (await Shown(id, world.Ruth)).Select(g => (g.It.Text, g.It.GoneAt is not null)));
        // The other space's preparers find nothing of this one.
        var another = await world.Space();
        foreach (var act in new[] { "", "/answers", "/deletion" }) Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{OpenSpaces.Path(another)}/givens/{given}{act}", ("text", "x"), ("set-by", "x"))).Status);
        await world.Ruth.Post($"{path}/{given}/deletion");
        Assert.Empty(await Shown(id, world.Ruth));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{path}/{given}/questions")).Status);
        await world.Ruth.Post($"{path}/{given}/restoration");
        Assert.Single(await Shown(id, world.Ruth));
    }

    [Fact]
    public async Task Each_asks_once_no_name_is_said_and_the_answer_is_for_all()
    {
        var (id, given) = await Given();
        var (path, guest) = ($"{OpenSpaces.Path(id)}/givens", await world.Guest(id, "Pat Passing"));
        await guest.Submit(await guest.Get(path), $"{given}/questions");
        await guest.Post($"{path}/{given}/questions");
        await world.Bea.Post($"{path}/{given}/questions");
        Assert.Equal(2, await world.Read(db => db.The<GivenAsking>().CountAsync(a => a.GivenId == given)));
        foreach (var reader in new[] { world.Ruth, world.Wen, guest })
        {
            var page = await reader.Get(path);
            Assert.Contains("the answer is still to come", page.Page.QuerySelector($"#given-{given}")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Bea Lindqvist", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Pat Passing", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(await world.Read(db => db.The<JournalEntry>().Where(j => j.Subject == given.Value && j.Verb == "given.asked").Select(j => j.ActorId).ToListAsync()), a => a == world.Bea.Person.ActorId);
        Assert.Null((await guest.Get(path)).Page.QuerySelector($"form[action$='{given}/questions']"));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Fixed"), ("word", "The council decided so."));
        var said = (await guest.Get(path)).Page.QuerySelector($"#given-{given}")!.TextContent;
        Assert.Contains("The council decided so.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("still to come", said, StringComparison.Ordinal);
        await world.Ruth.Post($"{path}/{given}/answers/ending");
        Assert.Contains("still to come", (await world.Wen.Get(path)).Page.QuerySelector($"#given-{given}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_by_mistake_is_taken_back_by_whoever_asked()
    {
        var (id, given) = await Given();
        var path = $"{OpenSpaces.Path(id)}/givens/{given}/questions";
        await world.Bea.Post(path);
        await world.Wen.Post($"{path}/ending");
        Assert.NotNull(Assert.Single(await Shown(id, world.Ruth)).AskedSince);
        await world.Bea.Post($"{path}/ending");
        Assert.Null(Assert.Single(await Shown(id, world.Ruth)).AskedSince);
        foreach (var other in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(path)).Status);
        Assert.Contains("/sign-in", (await world.Anyone().Post(path)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eased_it_says_how_it_stands_now_and_gone_it_stays_to_be_read()
    {
        var (id, given) = await Given();
        var path = $"{OpenSpaces.Path(id)}/givens";
        await world.Bea.Post($"{path}/{given}/questions");
        foreach (var same in new[] { Budget, "" }) Assert.NotNull((await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Eased"), ("text", same))).Page.QuerySelector("#text-w"));
        await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Eased"), ("text", "Two hundred are left."));
        var page = (await world.Bea.Get(path)).Page.QuerySelector($"#given-{given}")!;
        Assert.Equal("Two hundred are left.", page.QuerySelector(".what")!.TextContent.Trim());
        Assert.Contains(Budget, page.TextContent, StringComparison.Ordinal);
        await world.Ruth.Post($"{path}/{given}/answers/ending");
        Assert.Equal(Budget, Assert.Single(await Shown(id, world.Ruth)).It.Text);
        await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Gone"));
        Assert.NotNull((await world.Bea.Get(path)).Page.QuerySelector($"#given-{given} del"));
        Assert.Null((await world.Wen.Get(path)).Page.QuerySelector($"form[action$='{given}/questions']"));
        await world.Ruth.Post($"{path}/{given}/answers/ending");
        Assert.Null(Assert.Single(await Shown(id, world.Ruth)).It.GoneAt);
    }

    [Fact]
    public async Task A_day_that_has_passed_asks_by_itself()
    {
        var (id, given) = await Given(world.Day(2));
        var path = $"{OpenSpaces.Path(id)}/givens";
        Assert.DoesNotContain("Its day is over.", (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromDays(4));
        Assert.Contains("Its day is over.", (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        Assert.NotNull((await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Fixed"), ("word", "Yes"), ("until", world.Day(-3).Written()))).Page.QuerySelector("#until-w"));
        await world.Ruth.Post($"{path}/{given}/answers", ("fixedness", "Fixed"), ("word", "Yes"), ("until", world.Day(30).Written()));
        Assert.DoesNotContain("Its day is over.", (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        Assert.Equal(world.Day(30), Assert.Single(await Shown(id, world.Ruth)).It.Until);
    }

    [Fact]
    public async Task What_cannot_be_is_said_on_its_field_and_what_was_typed_stays()
    {
        var (id, given) = await Given();
        var path = $"{OpenSpaces.Path(id)}/givens";
        var much = new string('x', 10_000);
        foreach (var address in new[] { path, $"{path}/{given}" })
        {
            var long1 = await world.Ruth.Post(address, ("text", much), ("set-by", much), ("until", "tomorrow"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, long1.Status);
            foreach (var field in new[] { "text", "set-by", "until" }) Assert.NotNull(long1.Page.QuerySelector($"#{field}-w"));
            Assert.Equal((much, "tomorrow"), (long1.Page.QuerySelector("#text")!.TextContent, long1.Page.QuerySelector("#until")!.GetAttribute("value")));
            var empty = await world.Ruth.Post(address);
            foreach (var field in new[] { "text", "set-by" }) Assert.NotNull(empty.Page.QuerySelector($"#{field}-w"));
        }
        foreach (var (field, value) in new[] { ("word", ""), ("word", much), ("until", "x") })
            Assert.NotNull((await world.Ruth.Post($"{path}/{given}/answers", [("fixedness", "Fixed"), .. field == "word" ? Array.Empty<(string, string)>() : [("word", "Yes")], (field, value)])).Page.QuerySelector($"#{field}-w"));
        Assert.Equal([Budget], (await Shown(id, world.Ruth)).Select(g => g.It.Text));
    }

    [Fact]
    public async Task How_free_groups_are_is_written_by_those_who_prepare_and_read_by_all()
    {
        var (id, _) = await Given();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var path = $"{OpenSpaces.Path(id)}/preparing/leeway";
        var old = await world.Ruth.Get(path);
        await world.Wen.Submit(await world.Wen.Get(path), "/leeway", ("text", "Two hours a week, and the garden room."));
        var told = await world.Ruth.Submit(old, "/leeway", ("text", "Ask nobody."));
        Assert.Contains("Two hours a week", told.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask nobody.", told.Page.QuerySelector("#text")!.TextContent);
        Assert.NotNull((await world.Ruth.Post(path, ("text", new string('x', 10_000)))).Page.QuerySelector("#text-w"));
        foreach (var reader in new[] { world.Bea, await world.Guest(id) }) Assert.Contains("the garden room", (await reader.Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post(path, ("text", "Mine"))).Status);
        }
    }

    [Fact]
    public async Task A_circles_own_are_not_there_for_others()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Space("Among us", circle);
        var given = await world.Writes.Do(unit => unit.AddGiven(world.Ruth.Person.ActorId, id, new GivenWish(Budget, "us")));
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{OpenSpaces.Path(id)}/givens")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{OpenSpaces.Path(id)}/givens/{given}/questions")).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get($"{OpenSpaces.Path(id)}/givens")).Status);
    }

    private async Task<(Id<Space> Space, Id<Given> Given)> Given(DateOnly? until = null)
    {
        var id = await world.Space();
        return (id, (await world.Writes.Do(unit => unit.AddGiven(world.Ruth.Person.ActorId, id, new GivenWish(Budget, "the sponsor", until))))!.Value);
    }

    private Task<List<LookedAt>> Shown(Id<Space> id, Visitor who) => world.Read(db => db.GivensOf(id, who.Person.ActorId));
}
