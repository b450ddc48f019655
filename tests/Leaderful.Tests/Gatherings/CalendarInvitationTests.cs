using System.Text;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.ICalendar;
using Leaderful.ICalendar.Tests;
using Leaderful.Mail;
using Leaderful.Mail.Receiving;
using Leaderful.Tests.Mail.Receiving;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>A gathering in the letters about it, as calendars take it: asked where mail comes in, and otherwise to be kept.</summary>
public class CalendarInvitationTests(MailInWorld world) : IClassFixture<MailInWorld>
{
    [Fact]
    public async Task An_invitation_asks_its_reader_alone_and_has_the_id_of_the_feed()
    {
        var id = await world.Called("Bread; and, butter");
        var (wen, bea) = (await world.Invited(id, world.Wen), await world.Invited(id, world.Bea));
        Assert.Equal((CalendarMethod.Request, CalendarMethod.Request), (wen.Method, bea.Method));
        var (asked, also) = (Assert.Single(wen.Events), Assert.Single(bea.Events));
        Assert.Equal(($"{id}@localhost", 0, "Bread; and, butter", "Canteen; upstairs", CalendarStatus.Confirmed), (asked.Uid, asked.Sequence, asked.Summary, asked.Location, asked.Status));
        Assert.Equal(("Europe/Berlin", new TimeSpan(18, 0, 0)), (asked.Start.ZoneId, asked.Start.Clock.TimeOfDay));
        Assert.Contains("BEGIN:VTIMEZONE", (await world.Newest(id, world.Wen)).Calendar, StringComparison.Ordinal);
        var (host, reader) = (asked.Organizer!, Assert.Single(asked.Attendees));
        Assert.Equal("Millbrook Care Network", host.Name);
        Assert.Matches("^answers\\+[0-9a-f]{32}@leaderful\\.example$", host.Address);
        Assert.Equal(("wen@millbrook.example", true, CalendarParticipation.NeedsAction), (reader.Address, reader.IsAsked, reader.Participation));
        Assert.Equal(asked.Uid, also.Uid);
        Assert.NotEqual(host.Address, also.Organizer!.Address);
        foreach (var other in new[] { "bea@", "ruth@", "ines@" }) Assert.DoesNotContain(other, (await world.Newest(id, world.Wen)).Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_come_and_those_who_were_asked_learn_of_changes_from_the_same_host()
    {
        var id = await world.Called("Moved about");
        var asked = (await world.Invited(id, world.Wen)).Events[0];
        await world.Invited(id, world.Bea);
        await world.Writes.Do(unit => unit.AnswerGathering(world.Ines.Person.ActorId, id, Coming.Yes));
        await world.Writes.Do(unit => unit.AnswerGathering(world.Bea.Person.ActorId, id, Coming.No));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, world.Wish("Moved about", 5)));
        await world.Tell(id);
        var letter = await world.Newest(id, world.Wen);
        Assert.Equal("Another time or place: Moved about", letter.Subject);
        Assert.Contains("/coming/", letter.Text, StringComparison.Ordinal);
        Assert.Contains("because you were asked", letter.Text, StringComparison.Ordinal);
        var moved = world.Calendar(letter);
        Assert.Equal((CalendarMethod.Request, 1, asked.Uid, asked.Organizer!.Address), (moved.Method, moved.Events[0].Sequence, moved.Events[0].Uid, moved.Events[0].Organizer!.Address));
        Assert.Equal(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(5), moved.Events[0].Start.Date);
        Assert.Equal(CalendarParticipation.Accepted, world.Calendar(await world.Newest(id, world.Ines)).Events[0].Attendees[0].Participation);
        Assert.Equal("Do you come? Moved about", (await world.Newest(id, world.Bea)).Subject);

        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id, "Rain"));
        await world.Tell(id);
        var off = world.Calendar(await world.Newest(id, world.Ines));
        Assert.Equal((CalendarMethod.Cancel, 2, CalendarStatus.Cancelled, "ines@millbrook.example"), (off.Method, off.Events[0].Sequence, off.Events[0].Status, off.Events[0].Attendees[0].Address));
        await world.Writes.Do(unit => unit.CallOn(world.Ruth.Person.ActorId, id));
        await world.Tell(id);
        var on = world.Calendar(await world.Newest(id, world.Ines));
        Assert.Equal((CalendarMethod.Request, 3, CalendarStatus.Confirmed), (on.Method, on.Events[0].Sequence, on.Events[0].Status));
    }

    [Fact]
    public async Task By_the_clock_of_another_place_it_is_another_time_to_calendars_and_each_reads_it_by_their_own()
    {
        var id = await world.Called("Another clock");
        var asked = (await world.Invited(id, world.Wen)).Events[0];
        await world.Writes.Do(unit => unit.AnswerGathering(world.Ines.Person.ActorId, id, Coming.Yes));
        var settings = await world.Ruth.Get($"{MailInWorld.List}/{id}/settings");
        await world.Ruth.Submit(settings, "/settings", ("zone", "America/Toronto"));
        await world.Tell(id);
        foreach (var who in new[] { world.Wen, world.Ines })
        {
            var moved = world.Calendar(await world.Newest(id, who)).Events[0];
            Assert.Equal((asked.Uid, 1, "America/Toronto", asked.Start.Clock), (moved.Uid, moved.Sequence, moved.Start.ZoneId, moved.Start.Clock));
            Assert.Equal(asked.Start.ToMoment()!.Value.AddHours(6), moved.Start.ToMoment()!.Value);
            Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:America/Toronto", (await world.Newest(id, who)).Calendar, StringComparison.Ordinal);
            Assert.Contains("Toronto time", (await world.Newest(id, who)).Text, StringComparison.Ordinal);
        }
        Assert.False(await world.Read(db => db.The<QueuedMail>().AnyAsync(m => m.About == id.Value && m.To == world.Samir.Person.Email)));
        // On the page stands the moment, which each browser says by its reader's clock.
        var facts = (await world.Wen.Get($"{MailInWorld.List}/{id}")).Page.QuerySelector("#gathering-standing .facts time")!;
        Assert.Equal(asked.Start.ToMoment()!.Value.AddHours(6), DateTimeOffset.Parse(facts.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Where_the_time_is_taken_away_again_calendars_are_told_that_it_is_not_then()
    {
        var id = await world.Called("Open again");
        var asked = (await world.Invited(id, world.Wen)).Events[0];
        await world.Ruth.Submit(await world.Ruth.Get($"{MailInWorld.List}/{id}/settings"), "/settings", ("day", ""), ("at", ""));
        await world.Tell(id);
        var letter = await world.Newest(id, world.Wen);
        Assert.Contains("The time is still open", letter.Text, StringComparison.Ordinal);
        var off = world.Calendar(letter);
        Assert.Equal((CalendarMethod.Cancel, asked.Uid, 1, CalendarStatus.Cancelled), (off.Method, off.Events[0].Uid, off.Events[0].Sequence, off.Events[0].Status));
        Assert.Equal((asked.Start.Clock, asked.Start.ZoneId, asked.Organizer!.Address), (off.Events[0].Start.Clock, off.Events[0].Start.ZoneId, off.Events[0].Organizer!.Address));
        Assert.False(await world.Read(db => db.The<QueuedMail>().AnyAsync(m => m.About == id.Value && m.To == world.Bea.Person.Email)));
        Assert.Equal(ReceivedOutcome.Nowhere, await world.Piped(MailInWorld.Mail(asked.Organizer!.Address, MailInWorld.Answer(new CalendarDocument { ProductId = "-//x//EN", Events = [asked] }, CalendarParticipation.Accepted, world.Time.GetUtcNow()), "wen@millbrook.example")));
        Assert.Null(await world.AnswerOf(id, world.Wen));

        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, world.Wish("Open again", 9)));
        await world.Tell(id);
        var on = world.Calendar(await world.Newest(id, world.Wen));
        Assert.Equal((CalendarMethod.Request, asked.Uid, 2, CalendarStatus.Confirmed), (on.Method, on.Events[0].Uid, on.Events[0].Sequence, on.Events[0].Status));
        Assert.Null((await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id))).Withdrawn);
    }

    [Fact]
    public async Task While_its_time_is_open_there_is_nothing_for_calendars()
    {
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), new GatheringWish(GatheringKind.Cafe, "Some day", null)));
        await world.Ruth.Post($"{MailInWorld.List}/{id}/invitations", ("whom", world.Wen.Person.Id.ToString()));
        Assert.Null((await world.Newest(id, world.Wen)).Calendar);
    }

    [Fact]
    public async Task Thunderbirds_reader_finds_in_invitations_and_feeds_what_was_meant()
    {
        var (id, other) = (await world.Called("Read elsewhere"), await world.Called("Another one"));
        await world.Invited(id, world.Wen);
        var letter = await world.Newest(id, world.Wen);
        var page = await world.Ruth.Submit(await world.Ruth.Get("/me/calendars"), "/me/calendars", ("whose", "Mine"));
        var feed = (await world.Anyone().Get(new Uri(page.Page.QuerySelector(".address")!.TextContent.Trim()).AbsolutePath)).Text;
        var read = IcalJs.Ask(new { documents = new[] { letter.Calendar, feed }, most = 5 })["documents"]!;
        Assert.Equal("REQUEST", read[0]!["method"]!.GetValue<string>());
        Assert.Equal("PUBLISH", read[1]!["method"]!.GetValue<string>());
        var events = read[1]!["events"]!.AsArray();
        foreach (var mine in CalendarDocument.Read(feed).Events)
        {
            var theirs = Assert.Single(events, e => e!["uid"]!.GetValue<string>() == mine.Uid)!;
            Assert.Equal((mine.Summary, mine.Location, mine.Sequence), (theirs["summary"]!.GetValue<string>(), theirs["location"]!.GetValue<string>(), theirs["sequence"]!.GetValue<int>()));
            Assert.Equal(mine.Start.ToMoment()!.Value.ToUnixTimeSeconds(), theirs["start"]!["unix"]!.GetValue<long>());
            Assert.Equal(mine.End!.ToMoment()!.Value.ToUnixTimeSeconds(), theirs["end"]!["unix"]!.GetValue<long>());
        }
        Assert.Contains(events, e => e!["uid"]!.GetValue<string>().StartsWith(other.ToString(), StringComparison.Ordinal));
        var asked = Assert.Single(read[0]!["events"]!.AsArray())!;
        Assert.Equal(("mailto:wen@millbrook.example", "NEEDS-ACTION", "TRUE"), (asked["attendees"]![0]!["value"]!.GetValue<string>(), asked["attendees"]![0]!["participation"]!.GetValue<string>(), asked["attendees"]![0]!["rsvp"]!.GetValue<string>()));
        Assert.StartsWith("mailto:answers+", asked["organizer"]![0]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}

/// <summary>Where no mail comes in, nobody is asked by mail; the letter can be kept all the same.</summary>
public class KeptInvitationTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_letter_can_be_kept_and_asks_nobody()
    {
        await world.Writes.Do(unit => unit.Db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        var time = new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(3)), new TimeOnly(18, 0), 60, "Europe/Berlin");
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), new GatheringWish(GatheringKind.Cafe, "To keep", time)));
        await world.Ruth.Post($"/c/millbrook/gatherings/{id}/invitations", ("all", "yes"));
        var letter = await world.Read(db => db.The<QueuedMail>().SingleAsync(m => m.About == id.Value));
        Assert.Equal("PUBLISH", letter.CalendarMethod);
        var calendar = CalendarDocument.Read(Encoding.UTF8.GetBytes(letter.Calendar!));
        Assert.Equal(CalendarMethod.Publish, calendar.Method);
        Assert.Empty(Assert.Single(calendar.Events).Attendees);
        Assert.False(await world.Read(db => db.The<CapabilityLink>().AnyAsync(l => l.Purpose == LinkPurpose.ComingByMail)));
        Assert.Equal(ReceiveMailCommand.TryLater, await ReceiveMailCommand.Run(world.Services, new MemoryStream([1]), null, CancellationToken.None));
    }
}
