using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>Calling a gathering, finding it, saying whether one comes.</summary>
public class GatheringTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/gatherings";

    [Fact]
    public async Task A_title_is_enough_and_whoever_calls_it_comes()
    {
        var title = CircleWorld.Own("Porch evening");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/gatherings", ("title", title));
        Assert.Equal(title, page.Heading);
        Assert.Contains("The time is still open", page.Main, StringComparison.Ordinal);
        Assert.Contains("One comes", page.Main, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", page.Page.QuerySelector(".gathered")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        var id = (await Called(title)).Id;
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/answer", ("coming", "Yes"))).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/gatherings/{id}")).Status);
        Assert.Contains("/sign-in", (await world.Anyone().Get($"{List}/{id}")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_when_the_clock_there_says_so()
    {
        var title = CircleWorld.Own("Winter and summer");
        await Call(world.Ruth, title, ("day", "2027-01-15"), ("at", "18:30"), ("minutes", "90"), ("zone", "Europe/Berlin"));
        var winter = await Called(title);
        Assert.Equal((Utc(2027, 1, 15, 17, 30), Utc(2027, 1, 15, 19, 0)), (winter.StartsAt, winter.EndsAt));
        var page = await world.Bea.Get($"{List}/{winter.Id}");
        Assert.Contains("Friday, 15 January 2027, 18:30 – 20:00, Berlin time", string.Join(' ', page.Page.QuerySelector(".facts li")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{winter.Id}/settings"), "/settings", ("day", "2027-07-15"));
        Assert.Equal(Utc(2027, 7, 15, 16, 30), (await Called(title)).StartsAt);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "Europe/Berlin", "2027-03-28T01:30")] // left out: an hour later
    [InlineData("2027-10-31T02:30", "Europe/Berlin", "2027-10-31T00:30")] // comes twice: the first
    [InlineData("2027-06-01T12:00", "Pacific/Chatham", "2027-05-31T23:15")]
    [InlineData("2027-06-01T12:00", "Etc/UTC", "2027-06-01T12:00")]
    public void An_hour_that_is_left_out_or_comes_twice_is_one_moment(string local, string zone, string utc) =>
        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Leaderful.Shared.Zones.ToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone));

    [Fact]
    public async Task What_cannot_be_is_said_on_its_field_and_what_was_typed_stays()
    {
        var title = CircleWorld.Own("Kept");
        var page = await world.Ruth.Post(List, Fields(title, ("day", "2027-02-30"), ("at", "25:00"), ("link", "javascript:alert(1)"), ("zone", "Mars/Olympus"), ("minutes", "0"), ("purpose", "So that we talk"), ("to", "x")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        foreach (var field in new[] { "day", "at", "link", "zone", "minutes", "to" }) Assert.NotNull(page.Page.QuerySelector($"#{field}-w"));
        Assert.Equal((title, "So that we talk"), (page.Page.QuerySelector("#title")!.GetAttribute("value"), page.Page.QuerySelector("#purpose")!.TextContent));
        Assert.Equal("Give the gathering a title.", (await world.Ruth.Post(List, Fields(" "))).Page.QuerySelector("#title-w")!.TextContent.Trim());
        Assert.Contains("at most 120", (await world.Ruth.Post(List, Fields(new string('x', 10_000)))).Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await world.Ruth.Post(List, Fields(title, ("day", "2027-02-03"), ("at", "")))).Page.QuerySelector("#at-w"));
        Assert.NotNull((await world.Ruth.Post(List, Fields(title, ("day", ""), ("at", "10:00")))).Page.QuerySelector("#day-w"));
        Assert.False(await world.Read(db => db.The<Gathering>().AnyAsync(g => g.Title == title)));
    }

    [Fact]
    public async Task A_clock_nobody_knows_stays_as_it_was_sent_and_is_asked_for()
    {
        var title = CircleWorld.Own("Odd clock");
        var page = await world.Ruth.Post(List, Fields(title, ("day", "2027-02-03"), ("at", "10:00"), ("zone", "Mars/Olympus <b>")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("Mars/Olympus <b>", "Mars/Olympus <b>"), (page.Page.QuerySelector("#zone option[selected]")!.GetAttribute("value"), page.Page.QuerySelector("#zone option[selected]")!.TextContent));
        Assert.Equal("true", page.Page.QuerySelector("#zone")!.GetAttribute("aria-invalid"));
        Assert.Equal("We do not know this time zone.", page.Page.QuerySelector("#zone-w")!.TextContent.Trim());
        Assert.Equal(title, (await world.Ruth.Submit(page, "/gatherings", ("zone", "Europe/Berlin"))).Heading);
        Assert.Equal("Europe/Berlin", (await Called(title)).Zone);
    }

    [Fact]
    public async Task A_day_that_has_been_is_asked_about_once_and_then_stands()
    {
        var title = CircleWorld.Own("Was already");
        var (been, older) = (Text(world.Time.GetUtcNow().AddDays(-9)), Text(world.Time.GetUtcNow().AddDays(-20)));
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/gatherings", ("title", title), ("day", been), ("at", "10:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("That has been already.", page.Page.QuerySelector("#day-w")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal((title, been), (page.Page.QuerySelector("#title")!.GetAttribute("value"), page.Page.QuerySelector("#day")!.GetAttribute("value")));
        // Another day that has been is another slip.
        page = await world.Ruth.Submit(page, "/gatherings", ("day", older));
        Assert.NotNull(page.Page.QuerySelector("#day-w"));
        Assert.False(await world.Read(db => db.The<Gathering>().AnyAsync(g => g.Title == title)));
        page = await world.Ruth.Submit(page, "/gatherings", ("harvest-what", "Three pages"));
        Assert.Equal(title, page.Heading);
        Assert.Contains("Who was there", page.Main, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Bea.Get($"{List}?show=past")).Main, StringComparison.Ordinal);
        // What stands is changed without being asked again; moved to what has been, it is.
        var id = (await Called(title)).Id;
        Assert.Equal(title, (await world.Ruth.Submit(await world.Ruth.Get($"{List}/{id}/settings"), "/settings", ("place", "Garden"))).Heading);
        Assert.NotNull((await world.Ruth.Submit(await world.Ruth.Get($"{List}/{id}/settings"), "/settings", ("day", been))).Page.QuerySelector("#day-w"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"{List}/{id}/settings", ("day", been), ("been", been))).Status);

        static string Text(DateTimeOffset day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Addresses_in_what_it_is_for_are_followed_and_nothing_else_in_it_is()
    {
        var wish = Wish("Linked", Soon) with { Purpose = "Read https://pad.example/keys first,\nor javascript:alert(1)\n\n<b>not bold</b> & http://x.example/?a=1&b=\"2", Agenda = "1. https://pad.example/agenda" };
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), wish));
        var lead = (await world.Bea.Get($"{List}/{id}")).Page.QuerySelectorAll(".said");
        Assert.Equal(["https://pad.example/keys", "http://x.example/?a=1&b=", "https://pad.example/agenda"], lead.SelectMany(l => l.QuerySelectorAll("a")).Select(a => a.GetAttribute("href")));
        Assert.All(lead.SelectMany(l => l.QuerySelectorAll("a")), a => Assert.Contains("nofollow", a.GetAttribute("rel"), StringComparison.Ordinal));
        Assert.Contains("<b>not bold</b> &", lead[0].TextContent, StringComparison.Ordinal);
        Assert.Equal((2, 1), (lead[0].QuerySelectorAll("p").Length, lead[0].QuerySelectorAll("br").Length));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{List}/{id}")).Status);
    }

    [Fact]
    public async Task What_a_circle_calls_for_itself_only_the_circle_sees()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Among us");
        var form = await world.Ruth.Get($"{List}/new?circle={circle.Id}");
        Assert.NotNull(form.Page.QuerySelector($"input[name=to][value='{circle.ScopeId}'][checked]"));
        Assert.NotNull(form.Page.QuerySelector("option[value=CircleMeeting][selected]"));
        await world.Ruth.Submit(form, "/gatherings", ("title", title), ("day", "2027-01-20"), ("at", "10:00"));
        var gathering = await Called(title);
        Assert.Equal(circle.Id, gathering.CircleId);
        Assert.Contains(title, (await world.Wen.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Wen.Get($"{List}?whose=circles")).Main, StringComparison.Ordinal);
        foreach (var other in world.Others)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{List}/{gathering.Id}")).Status);
            Assert.DoesNotContain(title, (await other.Get(List)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(title, (await other.Get(CircleWorld.Path(circle))).Text, StringComparison.Ordinal);
            Assert.Empty((await other.Get($"/c/millbrook/search?q={Uri.EscapeDataString(title)}")).Page.QuerySelectorAll("main .found"));
        }
        // A circle of hers is no place for whoever does not belong to it.
        Assert.NotNull((await world.Bea.Post(List, Fields("Sneaked in", ("to", circle.ScopeId.ToString())))).Page.QuerySelector("#to-w"));
    }

    [Fact]
    public async Task Whoever_sees_it_answers_changes_their_mind_and_takes_it_back()
    {
        var id = await Begun("Answers");
        var page = await world.Bea.Post($"{List}/{id}/answer", ("coming", "Maybe"));
        page = await world.Bea.Get(page.Location);
        Assert.Contains("One may come", page.Main, StringComparison.Ordinal);
        await world.Bea.Post($"{List}/{id}/answer", ("coming", "Yes"));
        page = await world.Ruth.Get($"{List}/{id}");
        Assert.Contains("2 come", page.Main, StringComparison.Ordinal);
        Assert.Contains("you come", (await world.Bea.Get($"{List}?whose=mine")).Main, StringComparison.Ordinal);
        await world.Bea.Post($"{List}/{id}/answer/ending");
        Assert.DoesNotContain("Bea", (await world.Ruth.Get($"{List}/{id}")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/answer", ("coming", "Perhaps"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/answer", ("coming", "7"))).Status);
    }

    [Fact]
    public async Task That_one_was_there_is_said_by_oneself_and_only_once_it_has_begun()
    {
        var id = await Begun("Presence");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/presence")).Status);
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, Wish("Presence", world.Time.GetUtcNow().UtcDateTime.AddHours(-1))));
        await world.Bea.Post($"{List}/{id}/presence");
        Assert.Contains("One was there", (await world.Ruth.Get($"{List}/{id}")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"{List}/{id}/presence")).Status);
        await world.Bea.Post($"{List}/{id}/presence/ending");
        Assert.DoesNotContain("was there", (await world.Ruth.Get($"{List}/{id}")).Page.QuerySelector("main .gathered")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<GatheringAnswer>().AnyAsync(a => a.GatheringId == id && a.WasThereAt != null)));
        // Nobody was at what was called off.
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id, ""));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/presence")).Status);
        Assert.False(await world.Read(db => db.The<GatheringAnswer>().AnyAsync(a => a.GatheringId == id && a.WasThereAt != null)));
    }

    [Fact]
    public async Task Nobody_is_noted_as_coming_to_what_is_called_off()
    {
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish("Off by now", Soon)));
        await world.Bea.Get($"{List}/{id}");
        await world.Ruth.Post($"{List}/{id}/cancellation", ("reason", "Storm"));
        var said = await world.Bea.Follow(await world.Bea.Post($"{List}/{id}/answer", ("coming", "Yes")));
        Assert.Contains("It is called off by now", said.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<GatheringAnswer>().AnyAsync(a => a.GatheringId == id && a.ActorId == world.Bea.Person.ActorId)));
        await world.Ruth.Post($"{List}/{id}/cancellation/ending");
        await world.Bea.Post($"{List}/{id}/answer", ("coming", "Yes"));
        Assert.True(await world.Read(db => db.The<GatheringAnswer>().AnyAsync(a => a.GatheringId == id && a.ActorId == world.Bea.Person.ActorId && a.Coming == Coming.Yes)));
    }

    [Fact]
    public async Task Its_hosts_change_it_call_it_off_and_on_and_nobody_else_does()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId, circle.Id), Wish("Tended", Soon)));
        foreach (var other in new[] { world.Bea, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/settings")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/settings", Fields("Taken over"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/cancellation")).Status);
            foreach (var act in new[] { "cancellation", "cancellation/ending", "deletion" }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/{act}")).Status);
        }
        var page = await world.Wen.Submit(await world.Wen.Get($"{List}/{id}/settings"), "/settings", ("title", "Tended well"), ("place", "Garden room"), ("agenda", "Check-in\nThe keys"), ("harvest-what", "What we agreed"), ("harvest-by", "2027-02-01"));
        Assert.Equal("Tended well", page.Heading);
        foreach (var said in new[] { "Garden room", "The keys", "What we agreed", "1 February 2027" }) Assert.Contains(said, page.Main, StringComparison.Ordinal);
        var before = await Sequence(id);
        page = await world.Ines.Submit(await world.Ines.Get($"{List}/{id}/cancellation"), "/cancellation", ("reason", "Storm"));
        Assert.Contains("Called off on", page.Main, StringComparison.Ordinal);
        Assert.Contains("Storm", (await world.Bea.Get($"{List}/{id}")).Main, StringComparison.Ordinal);
        Assert.Contains("Called off", (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get($"{List}/{id}/cancellation")).Status);
        await world.Ines.Post($"{List}/{id}/cancellation/ending");
        Assert.DoesNotContain("Called off", (await world.Bea.Get($"{List}/{id}")).Main, StringComparison.Ordinal);
        Assert.Equal(before + 2, await Sequence(id));
    }

    [Fact]
    public async Task Nobody_writes_over_what_they_have_not_seen_unless_they_mean_it()
    {
        var id = await Begun("Two hands");
        var (one, other) = (await world.Ruth.Get($"{List}/{id}/settings"), await world.Ines.Get($"{List}/{id}/settings"));
        await world.Ruth.Submit(one, "/settings", ("place", "Laundry"));
        var told = await world.Ines.Submit(other, "/settings", ("title", "Two hands, four"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Laundry", told.Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two hands, four", told.Page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("Laundry", (await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id))).Place);
        await world.Ines.Submit(told, "/settings", ("place", "Laundry"));
        var now = await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id));
        Assert.Equal(("Two hands, four", "Laundry"), (now.Title, now.Place));
    }

    [Fact]
    public async Task What_waits_for_an_answer_and_what_is_called_off_are_on_today()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Asked");
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), Wish(title, Soon)));
        Assert.Contains(title, (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines }) Assert.DoesNotContain(title, (await other.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await world.Wen.Post($"{List}/{id}/answer", ("coming", "Yes"));
        await world.Ruth.Post($"{List}/{id}/cancellation", ("reason", "The room is flooded"));
        Assert.Contains("The room is flooded", (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_calendars_have_to_know_counts_as_another_edition()
    {
        var id = await Begun("Editions");
        var wish = Wish("Editions", Soon);
        Assert.Equal(0, await Sequence(id));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, wish with { Agenda = "Longer", Purpose = "Clearer" }));
        Assert.Equal(0, await Sequence(id));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, wish with { Place = "Elsewhere" }));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, Wish("Editions", Soon.AddDays(1)) with { Place = "Elsewhere" }));
        Assert.Equal(2, await Sequence(id));
    }

    [Fact]
    public async Task It_is_taken_down_and_put_back_and_after_thirty_days_its_words_go()
    {
        var id = await Begun("Bin");
        await world.Ruth.Post($"{List}/{id}/deletion");
        foreach (var visitor in new[] { world.Ruth, world.Bea, world.Ines }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{List}/{id}")).Status);
        Assert.Contains("The gathering Bin", (await world.Ruth.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("The gathering Bin", (await world.Bea.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/restoration")).Status);
        await world.Ruth.Post($"{List}/{id}/restoration");
        Assert.Equal("Bin", (await world.Bea.Get($"{List}/{id}")).Heading);
        await world.Ruth.Post($"{List}/{id}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(GatheringPurging.KindOfWork, id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{List}/{id}/restoration")).Status);
        Assert.Equal("", (await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id))).Title);
        Assert.False(await world.Read(db => db.The<GatheringAnswer>().AnyAsync(a => a.GatheringId == id)));
    }

    [Fact]
    public async Task With_an_account_goes_what_nobody_else_counts_on()
    {
        var joss = await world.Newcomer();
        var host = new GatheringHost(world.Millbrook.ScopeId);
        Task<Id<Gathering>> Call(string title) => world.Writes.Do(unit => unit.CallGathering(joss.Person.ActorId, world.Millbrook.Id, host, Wish(title, Soon) with { Purpose = "Because I say so" }));
        var (alone, shared) = (await Call("Alone"), await Call("Shared"));
        await world.Writes.Do(unit => unit.AnswerGathering(world.Bea.Person.ActorId, shared, Coming.Yes));
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{List}/{alone}")).Status);
        Assert.Equal(("", ""), await Words(alone));
        Assert.Equal(("Shared", ""), await Words(shared));
        Assert.Equal("Shared", (await world.Bea.Get($"{List}/{shared}")).Heading);
    }

    private async Task<(string Title, string Purpose)> Words(Id<Gathering> id)
    {
        var gathering = await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id));
        return (gathering.Title, gathering.Purpose);
    }

    [Fact]
    public async Task What_is_to_come_and_what_has_been_are_two_lists_and_mine_is_on_today_and_home()
    {
        var (past, next) = (CircleWorld.Own("Long gone"), CircleWorld.Own("Soon here"));
        await world.Writes.Do(unit => unit.CallGathering(world.Wen.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(past, Soon.AddYears(-1))));
        await world.Writes.Do(unit => unit.CallGathering(world.Wen.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(next, Soon)));
        var (coming, been) = ((await world.Bea.Get(List)).Main, (await world.Bea.Get($"{List}?show=past")).Main);
        Assert.Contains(next, coming, StringComparison.Ordinal);
        Assert.DoesNotContain(past, coming, StringComparison.Ordinal);
        Assert.Contains(past, been, StringComparison.Ordinal);
        Assert.DoesNotContain(next, been, StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/c/millbrook" })
        {
            Assert.Contains(next, (await world.Wen.Get(address)).Main, StringComparison.Ordinal);
            Assert.DoesNotContain(next, (await world.Bea.Get(address)).Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Notes_and_conversations_hang_on_it_and_it_is_found_by_its_words()
    {
        var word = $"Quagmire{Guid.NewGuid():N}"[..20];
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish($"On {word}", Soon) with { Purpose = "To drain it" }));
        var page = await world.Bea.Submit(await world.Bea.Get($"/c/millbrook/pages/new?on={id}"), "/pages", ("title", "What was said"));
        Assert.Contains($"/gatherings/{id}", page.Page.QuerySelector("header.opening")!.InnerHtml, StringComparison.Ordinal);
        await world.Bea.Submit(await world.Bea.Get($"/c/millbrook/conversations/new?about={id}"), "/conversations", ("title", "Who brings soup?"));
        var gathering = await world.Ruth.Get($"{List}/{id}");
        Assert.Contains("What was said", gathering.Main, StringComparison.Ordinal);
        Assert.Contains("Who brings soup?", gathering.Main, StringComparison.Ordinal);
        Assert.Contains($"/gatherings/{id}", (await world.Ruth.Get($"/c/millbrook/search?q={word}")).Page.QuerySelector("main .found a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty((await world.Hanna.Get($"/c/harbour/search?q={word}")).Page.QuerySelectorAll("main .found"));
        Assert.Contains($"/gatherings/{id}", (await world.Ruth.Get($"/things/{id}")).Location + (await world.Ruth.Get($"/c/millbrook/things/{id}")).Location, StringComparison.Ordinal);
        await world.Ruth.Post($"{List}/{id}/deletion");
        Assert.Empty((await world.Ruth.Get($"/c/millbrook/search?q={word}")).Page.QuerySelectorAll("main .found"));
    }

    private DateTime Soon => world.Time.GetUtcNow().UtcDateTime.AddDays(3);

    private static GatheringWish Wish(string title, DateTime at) => new(GatheringKind.Workshop, title, new GatheringTime(DateOnly.FromDateTime(at), new TimeOnly(at.Hour, at.Minute), 120, "Etc/UTC"));

    private Task<Id<Gathering>> Begun(string title) =>
        world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(title, Soon)));

    private Task<int> Sequence(Id<Gathering> id) => world.Read(db => db.The<Gathering>().Where(g => g.Id == id).Select(g => g.Sequence).SingleAsync());

    private Task<Gathering> Called(string title) => world.Read(db => db.The<Gathering>().SingleAsync(g => g.Title == title));

    private async Task Call(Visitor who, string title, params (string, string)[] more) => Assert.Equal(HttpStatusCode.SeeOther, (await who.Post(List, Fields(title, more))).Status);

    private (string, string)[] Fields(string title, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("title", title), ("kind", "Workshop"), ("minutes", "90"), ("zone", "Etc/UTC"), ("to", world.Millbrook.ScopeId.ToString())];
        return [.. usual.Where(u => !more.Any(m => m.Name == u.Name)), .. more];
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
