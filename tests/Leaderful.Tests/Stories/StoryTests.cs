using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Stories;

/// <summary>Stories of self and of now are their teller's own until they open them; a story of us is a page on which its team writes.</summary>
public class StoryTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Theory]
    [InlineData("self")]
    [InlineData("now")]
    public async Task A_title_is_enough_and_nobody_reads_it_until_it_is_opened(string kind)
    {
        var title = CircleWorld.Own("The ferry");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{Told.List}/new?kind={kind}"), "/stories", ("title", title));
        Assert.Equal(title, page.Heading);
        Assert.Contains($"A story of {kind}", page.Main, StringComparison.Ordinal);
        Assert.Contains("Only you read it", page.Main, StringComparison.Ordinal);
        var id = await Named(title);
        foreach (var other in new[] { world.Wen, world.Ines, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            foreach (var path in new[] { "", "/markdown", "/settings", "/rung" }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(Told.At(id) + path)).Status);
            Assert.DoesNotContain(title, (await other.Get(Told.List)).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(title, (await world.Wen.Get($"/c/millbrook/search?q={title.Split(' ')[^1]}")).Main, StringComparison.Ordinal);

        var unsaid = await world.Ruth.Post($"{Told.At(id)}/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(Told.At(id))).Status);
        await world.Ruth.Submit(await world.Ruth.Get($"{Told.At(id)}/rung"), "/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "For those who wait"));
        Assert.Contains("For those who wait", (await world.Wen.Get(Told.At(id))).Main, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Wen.Get($"/c/millbrook/search?q={title.Split(' ')[^1]}")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get(Told.At(id))).Status);
    }

    [Fact]
    public async Task Its_four_parts_and_kinds_of_value_are_its_tellers_to_change()
    {
        var id = await world.Story(world.Ruth);
        (string, string)[] told = [("title", "Mine"), ("challenge", "Dark"), ("choice", "I stayed"), ("outcome", "They slept"), ("value", "Nobody alone"), ("shows", "Applied"), ("shows", "Enabling")];
        foreach (var other in new[] { world.Wen, world.Ines, world.Hanna, world.Samir, world.Anyone() }) await other.Post($"{Told.At(id)}/settings", told);
        Assert.DoesNotContain("Nobody alone", (await world.Wen.Get(Told.At(id))).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{Told.At(id)}/settings", told);
        var page = await world.Wen.Get(Told.At(id));
        foreach (var words in new[] { "Dark", "I stayed", "They slept", "Nobody alone", "In use · In what it makes possible" }) Assert.Contains(words, page.Main, StringComparison.Ordinal);
        var wrong = await world.Ruth.Post($"{Told.At(id)}/settings", ("title", ""), ("choice", "Kept as typed"));
        Assert.Contains("Give it a name", wrong.Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kept as typed", wrong.Page.QuerySelector("#choice")!.TextContent);
    }

    [Fact]
    public async Task A_story_of_us_is_a_page_of_the_team_that_begins_with_what_to_gather()
    {
        var initiative = await world.Initiative(world.Ruth);
        await world.Wen.Post($"/c/millbrook/initiatives/{initiative}/team");
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone() }) await other.Post($"{Told.List}/us", ("on", initiative.ToString()));
        Assert.False(await world.Read(db => db.The<Page>().AnyAsync(p => p.AboutId == initiative.As<Thing>())));
        var page = await world.Ruth.Submit(await world.Ruth.Get($"/c/millbrook/initiatives/{initiative}"), "/stories/us");
        foreach (var heading in new[] { "What was hard for us", "What we chose", "What came of it", "What that says of us", "What we want together", "Where we found hope" }) Assert.Contains(heading, page.Main, StringComparison.Ordinal);
        var id = (await world.Read(db => db.The<Page>().SingleAsync(p => p.AboutId == initiative.As<Thing>()))).Id.As<Story>();
        Assert.Contains(Told.At(id), page.Text, StringComparison.Ordinal);
        Assert.Contains(Told.At(id), (await world.Bea.Get($"/c/millbrook/initiatives/{initiative}")).Text, StringComparison.Ordinal);
        Assert.Contains("What we chose", (await world.Bea.Get(Told.At(id))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get(Told.At(id))).Status);

        // Its team asks for moments; who only reads it does not.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"{Told.At(id)}/moments/new")).Status);
        var words = CircleWorld.Own("We all carried it");
        var moment = await world.Ask(world.Wen, id, "Bea Lindqvist", words);
        Assert.DoesNotContain(words, (await world.Ruth.Get(Told.At(id))).Text, StringComparison.Ordinal);
        await world.Bea.Answer(moment, "allow");
        Assert.Contains(words, (await world.Ruth.Get(Told.At(id))).Main, StringComparison.Ordinal);
        await world.Bea.Answer(moment, "withdraw");
        Assert.DoesNotContain(words, (await world.Ruth.Get(Told.At(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circles_story_is_its_own_and_opened_as_its_page_is_and_permission_stays_behind()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var page = await world.Ruth.Submit(await world.Ruth.Get(CircleWorld.Path(circle)), "/stories/us");
        Assert.Contains("What we chose", page.Main, StringComparison.Ordinal);
        var id = (await world.Read(db => db.The<Page>().SingleAsync(p => p.AboutId == circle.Id.As<Thing>()))).Id.As<Story>();
        foreach (var other in world.Others) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(Told.At(id))).Status);
        var words = CircleWorld.Own("In the circle only");
        var moment = await world.Ask(world.Ruth, id, "Wen Li", words);
        await world.Wen.Answer(moment, "allow");
        await world.Ruth.Post($"/c/millbrook/pages/{id}/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "So that others begin"));
        var opened = await world.Bea.Get(Told.At(id));
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.DoesNotContain(words, opened.Text, StringComparison.Ordinal);
        Assert.Contains(words, (await world.Ruth.Get(Told.At(id))).Main, StringComparison.Ordinal);
        await world.Wen.Answer(moment, "allow");
        Assert.Contains(words, (await world.Bea.Get(Told.At(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_their_own_rung_the_teller_says_for_whom_it_is_to_be()
    {
        var (own, words) = (await world.Story(world.Ruth, world.Ruth.Person.ScopeId), CircleWorld.Own("For all to be"));
        var moment = await world.Ask(world.Ruth, own, "Wen Li", words);
        Assert.Contains("everybody in Millbrook", (await world.Wen.Get($"{Told.List}/quoted/{moment}")).Main, StringComparison.Ordinal);
        await world.Wen.Answer(moment, "allow");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(Told.At(own))).Status);
        // On the way there nobody is asked once more: who is of a circle is of the community.
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Bea);
        await world.Ruth.Post($"{Told.At(own)}/rung", ("scope", circle.ScopeId.ToString()), ("reason", "First here"));
        Assert.Contains(words, (await world.Bea.Get(Told.At(own))).Main, StringComparison.Ordinal);
        Assert.Equal(MomentState.Allowed, await world.Read(async db => (await db.The<Moment>().SingleAsync(m => m.Id == moment)).State));
        await world.Ruth.Post($"{Told.At(own)}/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "It is time"));
        Assert.Contains(words, (await world.Bea.Get(Told.At(own))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_down_comes_back_until_its_words_go()
    {
        var (id, words) = (await world.Story(world.Ruth), CircleWorld.Own("Quoted there"));
        var moment = await world.Ask(world.Ruth, id, "Wen Li", words);
        await world.Wen.Answer(moment, "allow");
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Told.At(id)}/deletion")).Status);
        await world.Ruth.Submit(await world.Ruth.Get(Told.At(id)), "/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Told.At(id))).Status);
        Assert.Contains($"stories/{id}/restoration", (await world.Ruth.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), (await world.Bea.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Told.At(id)}/restoration")).Status);
        await world.Ruth.Post($"{Told.At(id)}/restoration");
        Assert.Contains(words, (await world.Bea.Get(Told.At(id))).Main, StringComparison.Ordinal);
        await world.Ines.Post($"{Told.At(id)}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(StoryPurging.KindOfWork, id.Value);
        Assert.Equal(("", ""), await world.Read(async db => (await db.The<Story>().Where(s => s.Id == id).Select(s => s.Challenge).SingleAsync(), await db.The<Moment>().Where(m => m.Id == moment).Select(m => m.Words).SingleAsync())));
    }

    [Fact]
    public async Task A_circle_that_ends_gives_back_what_was_opened_to_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Story(world.Ruth, circle.ScopeId);
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get(Told.At(id))).Status);
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == circle.Id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31)).SetProperty(x => x.DeletedById, world.Ruth.Person.ActorId)));
        await world.Work(CirclePurging.KindOfWork, circle.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(Told.At(id))).Status);
        Assert.Contains("Only you read it", (await world.Ruth.Get(Told.At(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_goes_takes_what_they_tell_along()
    {
        var joss = await world.Newcomer();
        var id = await world.Story(joss);
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Told.At(id))).Status);
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Told.At(id))).Status);
        Assert.Equal("", await world.Read(db => db.The<Story>().Where(s => s.Id == id).Select(s => s.Title).SingleAsync()));
    }

    [Fact]
    public async Task People_speak_of_it_and_lead_to_it()
    {
        var id = await world.Story(world.Ruth);
        await world.Wen.Post("/c/millbrook/conversations", ("title", "What would we have done?"), ("text", "Well?"), ("about", id.ToString()), ("to", world.Millbrook.ScopeId.ToString()));
        Assert.Contains("What would we have done?", (await world.Bea.Get(Told.At(id))).Main, StringComparison.Ordinal);
        Assert.Equal(Told.At(id), (await world.Bea.Get($"/c/millbrook/things/{id}")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/c/millbrook/things/{await world.Story(world.Ruth, world.Ruth.Person.ScopeId)}")).Status);
    }

    private Task<Id<Story>> Named(string title) => world.Read(db => db.The<Story>().Where(s => s.Title == title).Select(s => s.Id).SingleAsync());
}
