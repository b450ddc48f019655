using System.Net;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Commitments;

public class PromisingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task On_a_circle_it_takes_a_touch_a_line_and_a_touch_and_stands_there_for_the_circle_alone()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var what = Promises.Own("Bring the keys");
        var page = await world.Ruth.Get(CircleWorld.Path(circle));
        var form = await world.Ruth.Get(page.Page.QuerySelector("main a[href*='commitments/new']")!.GetAttribute("href")!);
        var back = await world.Ruth.Submit(form, "/commitments", ("what", what));
        Assert.Equal(circle.Name, back.Heading);
        Assert.Contains(what, back.Main, StringComparison.Ordinal);
        Assert.Contains("taken on", back.Main, StringComparison.Ordinal);
        var made = await world.Named(what);
        Assert.Equal((world.Ruth.Person.ActorId, world.Today().AddDays(14), CommitmentState.Accepted), (made.DoerId, made.Due, made.StateAt(world.Time.Utc())));

        Assert.Contains(what, (await world.Wen.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        Assert.Equal(what, (await world.Wen.Get(Promises.Path(made.Id))).Heading);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Promises.Path(made.Id))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/c/harbour/commitments/{made.Id}")).Status);
            Assert.DoesNotContain(what, (await other.Get(CircleWorld.Path(circle))).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(what, (await other.Get($"/search?q={Promises.Word(what)}")).Main, StringComparison.Ordinal);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(Promises.Path(made.Id))).Location, StringComparison.Ordinal);
        await world.Ruth.Submit(back, "/deletion");
        Assert.DoesNotContain(what, (await world.Wen.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_conversation_and_on_a_page_it_stands_where_it_was_made_and_is_found()
    {
        var talk = await world.Begin(world.Ines, Promises.Own("Keys"));
        var page = await world.Writes.Do(unit => unit.BeginPage(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, Promises.Own("Rota")));
        foreach (var path in new[] { Talk.Path(talk), $"/c/millbrook/pages/{page}" })
        {
            var what = Promises.Own("Ask the locksmith");
            var form = await world.Ruth.Get((await world.Ruth.Get(path)).Page.QuerySelector("main a[href*='commitments/new']")!.GetAttribute("href")!);
            Assert.Contains(what, (await world.Ruth.Submit(form, "/commitments", ("what", what), ("by", "week"))).Main, StringComparison.Ordinal);
            Assert.Contains(what, (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
            var made = await world.Named(what);
            Assert.Equal(world.Today().AddDays(7), made.Due);
            Assert.Contains(path, (await world.Bea.Get(Promises.Path(made.Id))).Text, StringComparison.Ordinal);
            Assert.Contains(Promises.Path(made.Id), (await world.Bea.Get($"/c/millbrook/search?kind=commitments&q={Promises.Word(what)}")).Text, StringComparison.Ordinal);
            Assert.Equal(Promises.Path(made.Id), (await world.Bea.Get($"/c/millbrook/things/{made.Id}")).Location);
            Assert.Contains(made.Id.ToString(), (await world.Bea.Get($"/c/millbrook/things?q={Promises.Word(what)}&on={page}")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(what, (await world.Hanna.Get($"/search?q={Promises.Word(what)}")).Main, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/things/{made.Id}")).Status);
        }
    }

    [Fact]
    public async Task What_is_made_on_what_few_read_tells_the_others_nothing_of_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var talk = await world.Say(world.Ruth, circle, Promises.Own("Between us"));
        var what = Promises.Own("Said to all");
        await world.Promise(world.Ruth, what, new Promise(what, null, world.Millbrook.ScopeId) { Origin = talk.As<Thing>() });
        var made = await world.Named(what);
        Assert.Contains(talk.ToString(), (await world.Wen.Get(Promises.Path(made.Id))).Text, StringComparison.Ordinal);
        var seen = await world.Bea.Get(Promises.Path(made.Id));
        Assert.Equal(what, seen.Heading);
        Assert.DoesNotContain(talk.ToString(), seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_it_is_promised_to_is_a_member_a_circle_or_anybody_in_words()
    {
        var circle = await world.Circle(Joining.Open, world.Wen);
        var (person, many, words) = (await Made(("to-whom", "bea lindqvist")), await Made(("to-whom", circle.Name)), await Made(("to-whom", "The night cleaners")));
        Assert.Equal((world.Bea.Person.ActorId, null, ""), (person.ToActorId, person.ToCircleId, person.ToWords));
        Assert.Equal((null, circle.Id, ""), (many.ToActorId, many.ToCircleId, many.ToWords));
        Assert.Equal((null, null, "The night cleaners"), (words.ToActorId, words.ToCircleId, words.ToWords));
        Assert.Contains(person.What, (await world.Bea.Get(Promises.List)).Main, StringComparison.Ordinal);
        Assert.Contains(many.What, (await world.Wen.Get(Promises.List)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Ines, world.Hanna }) Assert.DoesNotContain(person.What, (await other.Get(Promises.List)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what", " ", "Say in a line what it is.")]
    [InlineData("day", "2026-11-21", "That day has passed. Choose a day from today on.")]
    [InlineData("day", "in spring", "Write the day as it is in a calendar, such as 2027-01-31.")]
    [InlineData("day", "9999-12-31", "Write the day as it is in a calendar, such as 2027-01-31.")]
    [InlineData("doer", "Hanna Vogt", "Nobody of this name is a member here.")]
    [InlineData("doer", "Nobody At All", "Nobody of this name is a member here.")]
    public async Task What_is_wrong_is_said_beside_it_and_what_was_typed_is_kept(string field, string value, string said)
    {
        var what = Promises.Own("Kept as typed");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what, ["by"] = "none", ["to"] = world.Millbrook.ScopeId.ToString(), ["to-whom"] = "The cleaners", [field] = value };
        var answer = await world.Ruth.Post(Promises.List, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Page.QuerySelector("main .wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The cleaners", answer.Page.QuerySelector("#to-whom")!.GetAttribute("value"));
        Assert.Equal(value, answer.Page.QuerySelector($"#{field}")!.GetAttribute("value"));
        Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.What == what)));
    }

    [Fact]
    public async Task Ten_thousand_letters_are_refused_and_kept()
    {
        var answer = await world.Ruth.Post(Promises.List, ("what", new string('x', 10_000)), ("by", "none"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(10_000, answer.Page.QuerySelector("#what")!.GetAttribute("value")!.Length);
        Assert.Contains("200 characters", answer.Page.QuerySelector("#what-w")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_promised_to_somebody_who_would_not_read_it()
    {
        var (circle, other) = (await world.Circle(Joining.Open, world.Ruth, world.Wen), await world.Circle(Joining.Open, world.Ruth, world.Bea));
        foreach (var to in new[] { "Bea Lindqvist", other.Name })
        {
            var what = Promises.Own("For us two alone");
            var answer = await world.Ruth.Post(Promises.List, ("what", what), ("by", "none"), ("to-whom", to), ("choice", "to"), ("to", circle.ScopeId.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains($"{to} would not read this", answer.Page.QuerySelector("#to-whom-w")!.TextContent, StringComparison.Ordinal);
            Assert.Equal((what, to), (answer.Page.QuerySelector("#what")!.GetAttribute("value"), answer.Page.QuerySelector("#to-whom")!.GetAttribute("value")));
            Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.What == what)));
        }
        foreach (var (to, scope) in new[] { ("Wen Li", circle.ScopeId), (circle.Name, circle.ScopeId), ("Bea Lindqvist", world.Millbrook.ScopeId), ("The cleaners", circle.ScopeId) })
        {
            var what = Promises.Own("Read by them");
            Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post(Promises.List, ("what", what), ("by", "none"), ("to-whom", to), ("choice", "to"), ("to", scope.ToString()))).Status);
            Assert.NotNull(await world.Named(what));
        }
    }

    [Fact]
    public async Task Asking_somebody_is_a_choice_of_its_own_and_needs_their_name()
    {
        var form = await world.Ruth.Get($"{Promises.List}/new");
        Assert.Null(form.Page.QuerySelector("#doer"));
        var asking = await world.Ruth.Get(form.Page.QuerySelector("nav.tabs a:not([aria-current])")!.GetAttribute("href")!);
        Assert.Equal("Could you …?", asking.Heading);
        var what = Promises.Own("Hold the ladder");
        var nobody = await world.Ruth.Submit(asking, "/commitments", ("what", what));
        Assert.Equal("Write the name of whom you ask.", nobody.Page.QuerySelector("#doer-w")!.TextContent.Trim());
        Assert.Equal(what, nobody.Page.QuerySelector("#what")!.GetAttribute("value"));
        await world.Ruth.Submit(nobody, "/commitments", ("doer", "Bea Lindqvist"));
        Assert.True((await world.Named(what)) is { IsOffered: true } one && one.DoerId == world.Bea.Person.ActorId);
        Assert.Contains(what, (await world.Bea.Get(Promises.List)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Promises.List}/new?ask=yes")).Status);
    }

    [Fact]
    public async Task Nobody_is_asked_for_what_they_would_not_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var what = Promises.Own("For us two");
        var answer = await world.Ruth.Post(Promises.List, ("what", what), ("by", "none"), ("doer", "Bea Lindqvist"), ("choice", "to"), ("to", circle.ScopeId.ToString()));
        Assert.Contains("does not belong", answer.Page.QuerySelector("#doer-w")!.TextContent, StringComparison.Ordinal);
        await world.Ruth.Post(Promises.List, ("what", what), ("by", "none"), ("doer", "Wen Li"), ("choice", "to"), ("to", circle.ScopeId.ToString()));
        Assert.Equal(world.Wen.Person.ActorId, (await world.Named(what)).DoerId);
    }

    [Fact]
    public async Task A_rung_that_is_not_ones_own_is_refused_and_a_forged_place_is_nowhere()
    {
        var circle = await world.Circle(Joining.Open, world.Wen);
        var talk = await world.Say(world.Wen, circle, Promises.Own("Theirs"));
        var outside = await world.Bea.Post(Promises.List, ("what", Promises.Own("Let me in")), ("by", "none"), ("choice", "to"), ("to", circle.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.Status);
        var what = Promises.Own("On what I do not see");
        await world.Bea.Post(Promises.List, ("what", what), ("by", "none"), ("on", talk.ToString()), ("choice", "to"), ("to", world.Millbrook.ScopeId.ToString()));
        Assert.Null((await world.Named(what)).OriginId);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post(Promises.List, ("what", "No"), ("by", "none"))).Status);
    }

    [Fact]
    public async Task Of_two_of_one_name_the_one_is_meant_from_whose_page_one_asks()
    {
        await world.Newcomer("Ann Twin");
        var second = await world.Newcomer("Ann Twin");
        var which = await world.Ruth.Post(Promises.List, ("what", "Which of you?"), ("by", "none"), ("to", world.Millbrook.ScopeId.ToString()), ("doer", "Ann Twin"));
        Assert.Contains("More than one member", which.Page.QuerySelector("#doer-w")!.TextContent, StringComparison.Ordinal);
        var theirs = await world.Ruth.Get($"/c/millbrook/people/{second.Person.Id}");
        var form = await world.Ruth.Get(theirs.Page.QuerySelector("main a[href*='commitments/new']")!.GetAttribute("href")!);
        var what = Promises.Own("You, please");
        await world.Ruth.Submit(form, "/commitments", ("what", what));
        Assert.Equal(second.Person.ActorId, (await world.Named(what)).DoerId);
    }

    [Fact]
    public async Task Sent_twice_it_is_made_once()
    {
        var (what, key) = (Promises.Own("Once"), Id<Commitment>.New().ToString());
        Task<Screen> Send() => world.Ruth.Post(Promises.List, ("what", what), ("by", "month"), ("to", world.Millbrook.ScopeId.ToString()), ("key", key));
        var answers = await Task.WhenAll(Send(), Send(), Send());
        Assert.All([.. answers, await Send()], a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(world.Today().AddMonths(1), (await world.Named(what)).Due);
    }

    [Fact]
    public async Task A_key_that_is_somebody_elses_writes_over_nothing()
    {
        var (theirs, mine) = (Promises.Own("Wen's"), Promises.Own("Ruth's"));
        var id = await world.Promise(world.Wen, theirs);
        var answer = await world.Ruth.Post(Promises.List, ("what", mine), ("by", "none"), ("to", world.Millbrook.ScopeId.ToString()), ("key", id.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(theirs, (await world.Commitment(id)).What);
        Assert.Equal(world.Ruth.Person.ActorId, (await world.Named(mine)).DoerId);
    }

    [Fact]
    public async Task Whoever_made_it_takes_it_down_and_puts_it_back_and_after_thirty_days_its_words_are_gone()
    {
        var what = Promises.Own("Taken back");
        var id = await world.Promise(world.Ruth, what);
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "progress"), ("line", "It moves"));
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/deletion")).Status);
        await world.Ruth.Post($"{Promises.Path(id)}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Promises.Path(id))).Status);
        Assert.DoesNotContain(what, (await world.Bea.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/restoration")).Status);
        await world.Ruth.Submit(await world.Ruth.Get("/c/millbrook/bin"), $"{id}/restoration");
        Assert.Equal(what, (await world.Bea.Get(Promises.Path(id))).Heading);
        await world.Ruth.Post($"{Promises.Path(id)}/deletion");
        world.Time.Advance(TimeSpan.FromDays(30));
        var row = new OutboxRow { Id = Id<OutboxRow>.New(), Kind = CommitmentPurging.KindOfWork, Subject = id.Value, DueAt = world.Time.Utc() };
        await new CommitmentPurging(world.Writes).Handle(row, TestContext.Current.CancellationToken);
        Assert.Equal("", (await world.Commitment(id)).What);
        Assert.False(await world.Read(db => db.The<CheckIn>().AnyAsync(k => k.CommitmentId == id)));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Promises.Path(id)}/restoration")).Status);
    }

    private async Task<Commitment> Made(params (string Name, string Value)[] fields)
    {
        var what = Promises.Own("To somebody");
        await world.Ruth.Post(Promises.List, [("what", what), ("by", "none"), ("to", world.Millbrook.ScopeId.ToString()), .. fields]);
        return await world.Named(what);
    }
}
