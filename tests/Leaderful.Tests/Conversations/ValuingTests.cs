using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class ValuingTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Marked_it_stands_in_my_harvest_and_its_author_reads_how_many_and_never_who()
    {
        var id = await world.Begin(world.Ines, "Harvest me", "The words that *stay*.");
        var page = await world.Ruth.Submit(await world.Ruth.Get(Talk.Path(id)), "/posts/1/value");
        Assert.Contains("#p1 .valued{display:inline-flex}", page.Text, StringComparison.Ordinal);
        Assert.Contains("The words that stay.", (await world.Ruth.Get("/me/valuable")).Main, StringComparison.Ordinal);
        var file = await world.Ruth.Get("/me/valuable/file");
        Assert.Equal("text/markdown", file.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("The words that *stay*.", file.Text, StringComparison.Ordinal);

        var author = await world.Ines.Get(Talk.Path(id));
        Assert.Equal("Valuable to one person", author.Page.QuerySelector("#p1 span.own")!.TextContent);
        Assert.DoesNotContain("#p1 .valued", author.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth", author.Page.QuerySelector("#p1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Harvest me", (await world.Ines.Get("/me/valuable")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_is_once_and_taken_back_it_is_gone()
    {
        var id = await world.Begin(world.Ines, "Once");
        for (var n = 0; n < 2; n++) Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/posts/1/value")).Status);
        Assert.Equal(1, (await world.Post(id, 1)).ValuedBy);
        for (var n = 0; n < 2; n++) Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/posts/1/value/withdrawal")).Status);
        Assert.Equal(0, (await world.Post(id, 1)).ValuedBy);
        Assert.Null((await world.Ines.Get(Talk.Path(id))).Page.QuerySelector("#p1 span.own"));
    }

    [Fact]
    public async Task Whoever_may_not_read_it_may_not_mark_it_and_nobody_marks_their_own()
    {
        var id = await world.Begin(world.Ines, "Mine");
        foreach (var other in new[] { world.Ines, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts/1/value")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts/9/value")).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/posts/1/value")).Location, StringComparison.Ordinal);
        Assert.Equal(0, (await world.Post(id, 1)).ValuedBy);
    }

    [Fact]
    public async Task What_was_taken_down_or_is_no_longer_mine_to_read_is_not_in_my_harvest()
    {
        var person = await world.Register("Joss Penhale", "joss@valuing.example");
        await world.Join(person, world.Millbrook);
        var (down, gone) = (await world.Begin(world.Ines, "Taken down later"), await world.Begin(world.Ines, "Left behind"));
        foreach (var id in new[] { down, gone }) await person.Post($"{Talk.Path(id)}/posts/1/value");
        await world.Ines.Post($"{Talk.Path(down)}/posts/1/deletion");
        var harvest = (await person.Get("/me/valuable")).Main;
        Assert.DoesNotContain("Taken down later", harvest, StringComparison.Ordinal);
        Assert.Contains("Left behind", harvest, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post($"{Talk.Path(down)}/posts/1/value")).Status);
        await person.Post("/c/millbrook/leaving");
        Assert.DoesNotContain("Left behind", (await person.Get("/me/valuable")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Left behind", (await person.Get("/me/valuable/file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_account_its_marks_go()
    {
        var person = await world.Register("Kwame Boateng", "kwame@valuing.example");
        await world.Join(person, world.Millbrook);
        var id = await world.Begin(world.Ines, "Counted");
        await person.Post($"{Talk.Path(id)}/posts/1/value");
        await person.Submit(await person.Get("/me/departure"), "/me/departure");
        Assert.Equal(0, (await world.Post(id, 1)).ValuedBy);
        Assert.False(await world.Read(db => db.The<Valued>().AnyAsync(v => v.PersonId == person.Person.Id)));
    }
}
