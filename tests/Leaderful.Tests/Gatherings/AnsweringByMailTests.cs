using System.Text;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.ICalendar;
using Leaderful.Mail.Receiving;
using Leaderful.Tests.Mail.Receiving;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>What somebody's calendar answers is their answer; anybody else's is not.</summary>
public class AnsweringByMailTests(MailInWorld world) : IClassFixture<MailInWorld>
{
    private DateTimeOffset Now => world.Time.GetUtcNow();

    [Fact]
    public async Task An_answer_by_either_door_is_seen_on_the_page()
    {
        var id = await world.Called("By calendar");
        var asked = await world.Invited(id, world.Wen);
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(asked, CalendarParticipation.Tentative, Now)));
        Assert.Equal(Coming.Maybe, await world.AnswerOf(id, world.Wen));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(204, (int)(await world.Hook(Mail(asked, CalendarParticipation.Accepted, Now))).StatusCode);
        Assert.Equal(ReceivedOutcome.Taken, await world.Settled());
        var page = (await world.Ruth.Get($"{MailInWorld.List}/{id}")).Main;
        Assert.Contains("Wen Li", page, StringComparison.Ordinal);
        Assert.Equal(Coming.Yes, await world.AnswerOf(id, world.Wen));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(asked, CalendarParticipation.Declined, Now)));
        Assert.Equal(Coming.No, await world.AnswerOf(id, world.Wen));
        Assert.Null(await world.AnswerOf(id, world.Bea));
        var kept = await world.Read(db => db.The<ReceivedMail>().Where(m => m.From == "wen@millbrook.example" && m.Outcome == ReceivedOutcome.Taken).ToListAsync());
        Assert.All(kept, m => Assert.Equal((0, ""), (m.Bytes.Length, m.Subject)));
    }

    [Fact]
    public async Task What_comes_twice_or_late_counts_once()
    {
        var id = await world.Called("Once");
        var asked = await world.Invited(id, world.Wen);
        world.Time.Advance(TimeSpan.FromMinutes(30));
        var (yes, no) = (Mail(asked, CalendarParticipation.Accepted, Now.AddMinutes(-20)), Mail(asked, CalendarParticipation.Declined, Now.AddMinutes(-10)));
        await world.Piped(no);
        foreach (var _ in new[] { 1, 2 }) await world.Piped(no);
        await world.Hook([.. "Received: from another way\r\n"u8, .. no], query: $"?to={asked.Events[0].Organizer!.Address}");
        Assert.Equal(1, await world.Read(db => db.The<JournalEntry>().CountAsync(j => j.Subject == id.Value && j.Verb == "gathering.answered" && j.ActorId == world.Wen.Person.ActorId)));
        Assert.Equal(1, await world.Read(db => db.The<ReceivedMail>().CountAsync(m => m.Tag.Length > 0 && m.From == "wen@millbrook.example" && m.ReceivedAt == world.Time.GetUtcNow().UtcDateTime)));
        Assert.Equal(ReceivedOutcome.Older, await world.Piped(yes));
        Assert.Equal(Coming.No, await world.AnswerOf(id, world.Wen));
        await world.Wen.Post($"{MailInWorld.List}/{id}/answer", ("coming", "Maybe"));
        Assert.Equal(ReceivedOutcome.Older, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now.AddMinutes(-5))));
        await world.Wen.Post($"{MailInWorld.List}/{id}/answer/ending");
        Assert.Equal(ReceivedOutcome.Older, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now.AddMinutes(-4))));
        Assert.Null(await world.AnswerOf(id, world.Wen));
    }

    [Fact]
    public async Task An_answer_to_an_earlier_invitation_yields_to_one_to_a_later()
    {
        var id = await world.Called("Versions");
        var first = await world.Invited(id, world.Wen);
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, world.Wish("Versions", 6)));
        await world.Tell(id);
        var second = world.Calendar(await world.Newest(id, world.Wen));
        world.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(second, CalendarParticipation.Declined, Now.AddMinutes(-20))));
        Assert.Equal(ReceivedOutcome.Older, await world.Piped(Mail(first, CalendarParticipation.Accepted, Now.AddMinutes(-10))));
        Assert.Equal(Coming.No, await world.AnswerOf(id, world.Wen));
        var fromTheFuture = MailInWorld.Answer(second, CalendarParticipation.Accepted, Now.AddYears(5)) with { Sequence = int.MaxValue };
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(MailInWorld.Mail(second.Events[0].Organizer!.Address, fromTheFuture, "wen@millbrook.example")));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(second, CalendarParticipation.Tentative, Now)));
        Assert.Equal(Coming.Maybe, await world.AnswerOf(id, world.Wen));
    }

    [Fact]
    public async Task Of_two_who_read_it_in_the_same_moment_one_does()
    {
        var id = await world.Called("Two nodes");
        var asked = await world.Invited(id, world.Wen);
        var mail = Mail(asked, CalendarParticipation.Accepted, Now);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Pipe(mail)).Append(Task.Run(async () => (int)(await world.Hook(mail)).StatusCode == 204 ? 0 : 1))), code => Assert.Equal(0, code));
        var row = await world.Read(db => db.The<ReceivedMail>().OrderByDescending(m => m.Id).FirstAsync());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Work(ReceivedMailHandler.KindOfWork, row.Id.Value)));
        Assert.Equal(1, await world.Read(db => db.The<JournalEntry>().CountAsync(j => j.Subject == id.Value && j.Verb == "gathering.answered" && j.ActorId == world.Wen.Person.ActorId)));
        Assert.Equal(1, await world.Read(db => db.The<ReceivedMail>().CountAsync(m => m.Key == row.Key)));
    }

    [Fact]
    public async Task Somebody_elses_answer_changes_nothing_and_says_why()
    {
        var (id, other) = (await world.Called("Mine alone"), await world.Called("Another"));
        var (wen, bea, elsewhere) = (await world.Invited(id, world.Wen), await world.Invited(id, world.Bea), await world.Invited(other, world.Wen));
        var (mine, theirs) = (wen.Events[0].Organizer!.Address, bea.Events[0].Organizer!.Address);
        var yes = MailInWorld.Answer(wen, CalendarParticipation.Accepted, Now);
        foreach (var (to, reply, outcome) in new[]
        {
            (theirs, yes, ReceivedOutcome.SomebodyElse),
            (mine, yes with { Address = "samir@elsewhere.example" }, ReceivedOutcome.SomebodyElse),
            (mine, yes with { Uid = elsewhere.Events[0].Uid }, ReceivedOutcome.OtherThing),
            (mine, yes with { RecurrenceId = CalendarTime.Utc(Now) }, ReceivedOutcome.Otherwise),
            (mine, yes with { Participation = CalendarParticipation.Delegated }, ReceivedOutcome.Undecided),
            (mine, yes with { Participation = CalendarParticipation.NeedsAction }, ReceivedOutcome.Undecided),
            (mine.Replace("answers+", "answers+0", StringComparison.Ordinal), yes, ReceivedOutcome.Nowhere),
            (MailInWorld.Inbox, yes, ReceivedOutcome.Nowhere),
        }) Assert.Equal(outcome, await world.Piped(MailInWorld.Mail(to, reply, "wen@millbrook.example")));
        foreach (var who in new[] { world.Wen, world.Bea, world.Samir }) Assert.Null(await world.AnswerOf(id, who));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(MailInWorld.Mail(mine.ToUpperInvariant(), yes with { Address = "WEN@Millbrook.Example" }, "assistant@elsewhere.example", ("Auto-Submitted", "auto-generated"))));
        Assert.Equal(Coming.Yes, await world.AnswerOf(id, world.Wen));
    }

    [Fact]
    public async Task Once_they_see_it_no_more_or_it_is_over_nobody_hears_it()
    {
        var id = await world.Called("Taken down");
        var asked = await world.Invited(id, world.Wen);
        await world.Writes.Do(unit => unit.TakeDownGathering(world.Ruth.Person.ActorId, id));
        Assert.Equal(ReceivedOutcome.Nowhere, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now)));
        await world.Writes.Do(unit => unit.PutBackGathering(world.Ruth.Person.ActorId, id));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now)));
        world.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(ReceivedOutcome.Nowhere, await world.Piped(Mail(asked, CalendarParticipation.Declined, Now)));
        Assert.Equal(Coming.Yes, await world.AnswerOf(id, world.Wen));
    }

    [Fact]
    public async Task What_is_sent_to_harm_changes_nothing_and_has_an_outcome()
    {
        var id = await world.Called("Besieged");
        var asked = await world.Invited(id, world.Wen);
        var (to, yes) = (asked.Events[0].Organizer!.Address, MailInWorld.Answer(asked, CalendarParticipation.Accepted, Now));
        var text = Encoding.UTF8.GetString(yes.Write("-//Elsewhere//EN"));
        var (head, rest) = (text[..text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)], text[text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..]);
        var one = rest[..(rest.IndexOf("END:VEVENT", StringComparison.Ordinal) + 12)];
        var trouble = world.Trouble.Count;
        foreach (var (calendar, outcome) in new[]
        {
            (head + string.Concat(Enumerable.Repeat(one, 2)) + "END:VCALENDAR\r\n", ReceivedOutcome.Several),
            (text + text, ReceivedOutcome.Several),
            (text.Replace("METHOD:REPLY", "METHOD:CANCEL", StringComparison.Ordinal), ReceivedOutcome.Otherwise),
            (text.Replace("SEQUENCE:0", "SEQUENCE:99999999999999999999", StringComparison.Ordinal).Replace("BEGIN:VEVENT", "BEGIN:VEVENT\r\nX-BIG:" + new string('x', 3_000_000), StringComparison.Ordinal), ReceivedOutcome.Unreadable),
            ("\u0000\u0001\u0002BEGIN\u0000:VCALENDAR", ReceivedOutcome.Unreadable),
            (text[..(text.Length / 2)], ReceivedOutcome.Unreadable),
            ("", ReceivedOutcome.Unreadable),
        })
        {
            Assert.Equal(outcome, await world.Piped(MailInWorld.Mail(to, calendar, "wen@millbrook.example")));
            Assert.Null(await world.AnswerOf(id, world.Wen));
        }
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        Assert.True((await world.Piped([.. Encoding.ASCII.GetBytes($"From: wen@millbrook.example\r\nTo: {to}\r\nMessage-ID: <{Guid.NewGuid():N}@x>\r\nContent-Type: text/calendar; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n"), .. bytes], to)).IsUnheard());
        // Somebody who learned the address and writes as themselves, or as whoever called it.
        foreach (var forged in new[] { "samir@elsewhere.example", "ruth@millbrook.example", to })
            Assert.Equal(ReceivedOutcome.SomebodyElse, await world.Piped(MailInWorld.Mail(to, yes with { Address = forged }, "mallory@elsewhere.example")));
        Assert.Null(await world.AnswerOf(id, world.Wen));
        Assert.Equal(trouble, world.Trouble.Count);
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(MailInWorld.Mail(to, yes, "wen@millbrook.example")));
    }

    [Fact]
    public async Task What_is_called_off_is_not_answered_until_it_takes_place_again()
    {
        var id = await world.Called("Called off");
        var asked = await world.Invited(id, world.Wen);
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id, "Storm"));
        Assert.Equal(ReceivedOutcome.Nowhere, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now)));
        Assert.Null(await world.AnswerOf(id, world.Wen));
        await world.Writes.Do(unit => unit.CallOn(world.Ruth.Person.ActorId, id));
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(Mail(asked, CalendarParticipation.Accepted, Now)));
        Assert.Equal((Coming.Yes, (Coming?)null), (await world.AnswerOf(id, world.Wen), await world.AnswerOf(id, world.Bea)));
    }

    private static byte[] Mail(CalendarDocument asked, CalendarParticipation says, DateTimeOffset at) =>
        MailInWorld.Mail(asked.Events[0].Organizer!.Address, MailInWorld.Answer(asked, says, at), asked.Events[0].Attendees[0].Address);
}
