using System.Globalization;
using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Series;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>What comes again: each time is a gathering of its own; one is moved or skipped, or the rest is changed.</summary>
public class SeriesTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/gatherings";

    [Fact]
    public async Task It_comes_again_at_the_same_hour_of_the_clock_and_the_calendar_shows_the_next()
    {
        var title = CircleWorld.Own("Every second week");
        await Call(title, "Fortnightly");
        var all = await Series(title);
        Assert.InRange(all.Count, 26, 28);
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(14, pair.Second.Day!.Value.DayNumber - pair.First.Day!.Value.DayNumber));
        Assert.All(all, g => Assert.Equal(new TimeOnly(18, 0), g.At));
        // The clocks are changed twice a year there, so of the moments two kinds are among them.
        Assert.Equal(2, all.Select(g => g.StartsAt!.Value.TimeOfDay).Distinct().Count());
        Assert.Single((await world.Bea.Get(List)).Page.QuerySelectorAll(".gatherings .name"), n => n.TextContent == title);
        Assert.Contains("comes again", (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        var second = await world.Bea.Get($"{List}/{all[1].Id}");
        Assert.Equal(title, second.Heading);
        Assert.Equal(6, second.Page.QuerySelectorAll(".gatherings .name").Length);
        // Whoever called it comes to the first; of the others they say it each time.
        Assert.Equal(1, await world.Read(db => db.The<GatheringAnswer>().CountAsync(a => a.ActorId == world.Ruth.Person.ActorId && db.The<Gathering>().Any(g => g.Id == a.GatheringId && g.Title == title))));
    }

    [Theory]
    [InlineData("2027-01-12", "2027-02-09 2027-03-09")] // the second Tuesday
    [InlineData("2027-01-29", "2027-02-26 2027-03-26")] // the fifth Friday is the last
    public async Task Every_month_is_on_the_same_day_of_the_week(string first, string next)
    {
        var title = CircleWorld.Own("Monthly");
        await Call(title, "Monthly", ("day", first));
        Assert.Equal($"{first} {next}", string.Join(' ', (await Series(title)).Take(3).Select(g => g.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task It_ends_on_its_last_day_and_what_cannot_be_is_said()
    {
        var title = CircleWorld.Own("Thrice");
        var first = Soon;
        await Call(title, "Weekly", ("day", Text(first)), ("until", Text(first.AddDays(14))));
        Assert.Equal(3, (await Series(title)).Count);
        var early = await world.Ruth.Post(List, Fields(CircleWorld.Own("Backwards"), "Weekly", ("until", Text(first.AddDays(-1)))));
        Assert.NotNull(early.Page.QuerySelector("#until-w"));
        var open = await world.Ruth.Post(List, Fields(CircleWorld.Own("Open"), "Weekly", ("day", ""), ("at", "")));
        Assert.Equal("What comes again needs its first day and hour.", open.Page.QuerySelector("#day-w")!.TextContent.Trim());
    }

    [Fact]
    public async Task One_is_moved_or_skipped_and_the_others_stay()
    {
        var title = CircleWorld.Own("Weekly walk");
        await Call(title, "Weekly");
        var all = await Series(title);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[1].Id}/settings"), "/settings", ("day", Text(all[1].Day!.Value.AddDays(1))), ("place", "Elsewhere"));
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[2].Id}/cancellation"), "/cancellation", ("reason", "Snow"));
        var now = await Series(title);
        Assert.Equal((all[1].Day!.Value.AddDays(1), "Elsewhere"), (now[1].Day, now[1].Place));
        Assert.NotNull(now[2].CancelledAt);
        Assert.All(now.Where((_, i) => i is not (1 or 2)), g => Assert.True(g is { CancelledAt: null, Place: "", Sequence: 0 }));
    }

    [Fact]
    public async Task The_halves_of_what_was_changed_lead_to_each_other()
    {
        var title = CircleWorld.Own("In two halves");
        await Call(title, "Weekly", ("until", Text(Soon.AddDays(28))));
        await Call(CircleWorld.Own("Another altogether"), "Weekly", ("until", Text(Soon.AddDays(28))));
        var all = await Series(title);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[2].Id}/settings"), "/settings", ("at", "09:00"), ("which", "rest"));
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[4].Id}/settings"), "/settings", ("at", "11:00"), ("which", "rest"));
        foreach (var one in all)
        {
            var others = (await world.Bea.Get($"{List}/{one.Id}")).Page.QuerySelectorAll(".gatherings .name a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);
            Assert.Equal(all.Where(g => g.Id != one.Id).Select(g => g.Id.ToString()), others);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{List}/{all[0].Id}")).Status);
    }

    [Fact]
    public async Task The_rest_is_changed_and_moved_and_what_was_moved_before_stays_as_it_is()
    {
        var title = CircleWorld.Own("Rest");
        await Call(title, "Weekly", ("until", Text(Soon.AddDays(70))));
        var all = await Series(title);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[4].Id}/settings"), "/settings", ("at", "08:00"));
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{all[2].Id}/settings", [.. Fields("Taken over", "Once"), ("which", "rest")])).Status);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[2].Id}/settings"), "/settings", ("which", "rest"), ("day", Text(all[2].Day!.Value.AddDays(1))), ("at", "19:30"), ("place", "Garden room"));
        var now = await Series(title);
        Assert.Equal(all.Count, now.Count);
        Assert.All(now.Take(2), g => Assert.Equal((new TimeOnly(18, 0), ""), (g.At, g.Place)));
        foreach (var (before, after) in all.Zip(now).Skip(2).Where((_, i) => i != 2))
            Assert.Equal((before.Day!.Value.AddDays(1), new TimeOnly(19, 30), "Garden room"), (after.Day, after.At, after.Place));
        Assert.Equal((all[4].Day, new TimeOnly(8, 0), ""), (now[4].Day, now[4].At, now[4].Place));
        Assert.Equal(now[2].SeriesId, now[^1].SeriesId);
        Assert.NotEqual(now[0].SeriesId, now[2].SeriesId);
    }

    [Fact]
    public async Task The_rest_is_called_off_and_no_more_come()
    {
        var title = CircleWorld.Own("Enough");
        await Call(title, "Weekly");
        var all = await Series(title);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[2].Id}/cancellation"), "/cancellation", ("which", "rest"), ("reason", "We are done"));
        var now = await Series(title);
        Assert.All(now.Take(2), g => Assert.Null(g.CancelledAt));
        Assert.All(now.Skip(2), g => Assert.Equal("We are done", g.CancelReason));
        await world.Work(SeriesExtending.KindOfWork, all[0].SeriesId!.Value.Value);
        Assert.Equal(now.Count, (await Series(title)).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{all[2].Id}/cancellation/ending?rest=yes")).Status);
        await world.Ruth.Post($"{List}/{all[2].Id}/cancellation/ending?rest=yes");
        Assert.All(await Series(title), g => Assert.Null(g.CancelledAt));
        Assert.True(await world.Read(db => db.The<GatheringSeries>().AnyAsync(s => s.Id == all[2].SeriesId && s.EndedAt == null)));
    }

    [Fact]
    public async Task The_first_half_of_what_was_split_ends_where_it_was_split()
    {
        var title = CircleWorld.Own("Halves");
        await Call(title, "Weekly");
        var all = await Series(title);
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[3].Id}/settings"), "/settings", ("which", "rest"), ("place", "There"));
        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{all[0].Id}/settings"), "/settings", ("which", "rest"), ("place", "Here"));
        var now = await Series(title);
        Assert.Equal(all.Select(g => g.Day), now.Select(g => g.Day));
        Assert.Equal(["Here", "Here", "Here", "There"], now.Take(4).Select(g => g.Place));
    }

    [Fact]
    public async Task Every_month_those_are_made_that_have_come_within_a_year()
    {
        var own = new CircleWorld();
        await own.InitializeAsync();
        await using (own)
        {
            await own.Ruth.Post(List, [.. Fields("Goes on", "Weekly", ("to", own.Millbrook.ScopeId.ToString()))]);
            var before = await own.Read(db => db.The<Gathering>().Where(g => g.Title == "Goes on").OrderBy(g => g.SeriesDay).ToListAsync());
            own.Time.Advance(SeriesExtendingMonths);
            await own.Work(SeriesExtending.KindOfWork, before[0].SeriesId!.Value.Value);
            var after = await own.Read(db => db.The<Gathering>().Where(g => g.Title == "Goes on").OrderBy(g => g.SeriesDay).ToListAsync());
            Assert.Equal(before.Count + 4, after.Count);
            Assert.Equal(7, after[^1].Day!.Value.DayNumber - after[^2].Day!.Value.DayNumber);
            await own.Work(SeriesExtending.KindOfWork, before[0].SeriesId!.Value.Value);
            Assert.Equal(after.Count, await own.Read(db => db.The<Gathering>().CountAsync(g => g.Title == "Goes on")));
        }
    }

    private static readonly TimeSpan SeriesExtendingMonths = TimeSpan.FromDays(28);

    private DateOnly Soon => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(3));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<List<Gathering>> Series(string title) => world.Read(db => db.The<Gathering>().Where(g => g.Title == title).OrderBy(g => g.SeriesDay).ToListAsync());

    private async Task Call(string title, string again, params (string, string)[] more) => Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post(List, Fields(title, again, more))).Status);

    private (string, string)[] Fields(string title, string again, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("title", title), ("kind", "CircleMeeting"), ("day", Text(Soon)), ("at", "18:00"), ("minutes", "90"), ("zone", "Europe/Berlin"), ("to", world.Millbrook.ScopeId.ToString()), ("again", again)];
        return [.. usual.Where(u => !more.Any(m => m.Name == u.Name)), .. more];
    }
}
