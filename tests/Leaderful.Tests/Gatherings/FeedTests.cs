using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.ICalendar;
using Leaderful.Tests.Circles;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>What a calendar elsewhere shows of somebody's gatherings, by an address alone.</summary>
public class FeedTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_calendar_shows_what_its_person_comes_to_by_the_clock_of_the_place()
    {
        var me = await world.Newcomer();
        var (mine, other) = (await Call("Bread, and butter; shared", 3), await Call("Not mine", 4));
        await world.Writes.Do(unit => unit.AnswerGathering(me.Person.ActorId, mine, Coming.Maybe));
        var address = await Feed(me, Whose.Mine);
        var answer = await world.Anyone().Get(address);
        Assert.Equal("text/calendar", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", answer.Text, StringComparison.Ordinal);
        var calendar = CalendarDocument.Read(answer.Text);
        Assert.Empty(calendar.Problems);
        Assert.Equal(CalendarMethod.Publish, calendar.Method);
        var shown = Assert.Single(calendar.Events);
        Assert.Equal(("Bread, and butter; shared", "Canteen", CalendarStatus.Confirmed, 0), (shown.Summary, shown.Location, shown.Status, shown.Sequence));
        Assert.Equal(("Europe/Berlin", new TimeSpan(18, 0, 0)), (shown.Start.ZoneId, shown.Start.Clock.TimeOfDay));
        Assert.Contains("BEGIN:VTIMEZONE", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"/c/millbrook/gatherings/{mine}", shown.Description, StringComparison.Ordinal);

        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, mine, ""));
        shown = Assert.Single(await Shown(address));
        Assert.Equal((CalendarStatus.Cancelled, 1), (shown.Status, shown.Sequence));
        await world.Writes.Do(unit => unit.AnswerGathering(me.Person.ActorId, mine, Coming.No));
        Assert.Empty(await Shown(address));
        Assert.Contains(other.ToString(), string.Join(' ', (await Shown(await Feed(me, Whose.All))).Select(e => e.Uid)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_only_what_its_person_may_see_now()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Among us");
        await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), Wish(title, 3)));
        var (wen, bea, hanna) = (await Feed(world.Wen, Whose.Circles), await Feed(world.Bea, Whose.All), await Feed(world.Hanna, Whose.All));
        Assert.Contains(await Shown(wen), e => e.Summary == title);
        foreach (var other in new[] { bea, hanna }) Assert.DoesNotContain(await Shown(other), e => e.Summary == title);
        Assert.Empty(await Shown(hanna));
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Empty(await Shown(wen));
    }

    [Fact]
    public async Task The_address_is_shown_once_and_ends_when_its_person_says_so()
    {
        var me = await world.Newcomer();
        var made = await me.Submit(await me.Get("/me/calendars"), "/me/calendars", ("whose", "All"));
        var address = Address(made);
        var own = made.Response.RequestMessage!.RequestUri!.AbsolutePath;
        foreach (var other in new[] { world.Ruth, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(own)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{own}/ending")).Status);
        }
        Assert.DoesNotContain(address, (await me.Get("/me/calendars")).Text, StringComparison.Ordinal);
        await me.Post($"{own}/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anyone().Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Get(own)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Post($"{own}/ending")).Status);
    }

    [Fact]
    public async Task An_address_that_was_never_made_shows_nothing()
    {
        foreach (var odd in new[] { "x.ics", "x", ".ics", $"{CapabilityLink.NewToken()}.ics", $"{new string('a', 3000)}.ics" })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Anyone().Get($"/calendar/{odd}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post("/me/calendars", ("whose", "All"), ("community", world.Harbour.Id.ToString()))).Status);
    }

    private Task<Id<Gathering>> Call(string title, int days) => world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(title, days)));

    private GatheringWish Wish(string title, int days) =>
        new(GatheringKind.Cafe, title, new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(days)), new TimeOnly(18, 0), 60, "Europe/Berlin")) { Place = "Canteen", Purpose = "Line one\nline two" };

    private static async Task<string> Feed(Visitor who, Whose whose) => Address(await who.Submit(await who.Get("/me/calendars"), "/me/calendars", ("whose", whose.ToString())));

    private static string Address(Screen page) => new Uri(page.Page.QuerySelector(".address")!.TextContent.Trim()).AbsolutePath;

    private async Task<IReadOnlyList<CalendarEvent>> Shown(string address) => CalendarDocument.Read((await world.Anyone().Get(address)).Text).Events;
}
