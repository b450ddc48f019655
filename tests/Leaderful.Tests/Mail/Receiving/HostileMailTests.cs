using System.Text;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.ICalendar;
using Leaderful.Mail.Receiving;
using Leaderful.Mime;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Mail.Receiving;

/// <summary>Whatever comes in at a good address: it has an outcome, nothing is lost, nobody's answer is another, and the log is quiet.</summary>
public class HostileMailTests(MailInWorld world) : IClassFixture<MailInWorld>
{
    private static readonly string[] Kinds = ["text/calendar; charset=utf-8; method=REPLY", "text/calendar; charset=utf-16", "text/calendar; charset=utf-7", "text/calendar; charset=no-such", "application/ics; name=a.ics"];

    [Fact]
    public async Task Every_mail_and_calendar_of_the_corpora_has_an_outcome()
    {
        var (id, asked) = await Asked("Corpora");
        var address = asked.Events[0].Organizer!.Address;
        var mails = Files("mail-torture", "mail-misc").Concat(Files("ical", "ical-misc").SelectMany(Wrapped)).ToList();
        Assert.True(mails.Count > 300, $"There are {mails.Count}.");
        await IsHarmless(id, address, mails);
        Assert.Equal(ReceivedOutcome.Taken, await world.Piped(MailInWorld.Mail(address, Yes(asked), "wen@millbrook.example")));
    }

    [Fact]
    public async Task What_was_made_to_hurt_has_an_outcome()
    {
        var (id, asked) = await Asked("Made to hurt");
        var reply = Encoding.UTF8.GetString(Yes(asked).Write("-//x//EN"));
        var one = reply[reply.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..reply.IndexOf("END:VCALENDAR", StringComparison.Ordinal)];
        string[] calendars =
        [
            "", "BEGIN:VCALENDAR", new string('A', 6 << 20), Deep("VEVENT", 20_000), reply + reply,
            reply.Replace(one, one + one, StringComparison.Ordinal), reply.Replace(one, string.Concat(Enumerable.Repeat(one, 20_000)), StringComparison.Ordinal),
            reply.Replace("METHOD:REPLY", "METHOD:COUNTER", StringComparison.Ordinal), reply.Replace("METHOD:REPLY", "METHOD:CANCEL", StringComparison.Ordinal), reply.Replace("METHOD:REPLY\r\n", "", StringComparison.Ordinal),
            reply.Replace("ATTENDEE", "ATTENDEE:mailto:a@b.example\r\nATTENDEE", StringComparison.Ordinal), reply.Replace("ACCEPTED", "ACCEPTED,DECLINED", StringComparison.Ordinal), reply.Replace("ACCEPTED", "PERHAPS", StringComparison.Ordinal),
            reply.Replace("SEQUENCE:0", "SEQUENCE:99999999999999999999", StringComparison.Ordinal), reply.Replace("wen@", "wen%00@", StringComparison.Ordinal), reply.Replace("wen@", "wen@a,wen@", StringComparison.Ordinal),
            reply.Replace("UID:", "UID:\\nx", StringComparison.Ordinal), reply.Replace("UID:", "UID:\0x", StringComparison.Ordinal), reply.Replace("UID:", "UID:x\r\nUID:", StringComparison.Ordinal),
        ];
        var mails = calendars.SelectMany(c => Wrapped(Encoding.UTF8.GetBytes(c)))
            .Append(Nested(2000)).Append(Encoding.UTF8.GetBytes($"Subject: =?utf-16?B?2AA=?= =?utf-8?B?/////w==?=\0\uFFFF\r\nFrom: \"\0\" <\uD83D\uDE00@\0>\r\n\r\n")).Append(new byte[1 << 20]).ToList();
        await IsHarmless(id, asked.Events[0].Organizer!.Address, mails);
    }

    private async Task IsHarmless(Id<Gathering> id, string address, IReadOnlyList<byte[]> mails)
    {
        var before = await Outcomes();
        foreach (var mail in mails) Assert.Equal(0, await world.Pipe(mail, address));
        await world.Settled();
        var after = await Outcomes();
        Assert.Equal(mails.Select(m => KeyOf(m, address)).Distinct().Count(), after.Count - before.Count);
        Assert.DoesNotContain(ReceivedOutcome.Waiting, after);
        var counted = (await world.Read(db => db.The<ReceivedMail>().Where(m => m.Outcome == ReceivedOutcome.Taken || m.Outcome == ReceivedOutcome.Older).Select(m => m.Key).ToListAsync())).Select(Convert.ToHexString).ToHashSet();
        var wrong = mails.Where(m => counted.Contains(KeyOf(m, address))).Select(Shown).Distinct().ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        foreach (var who in new[] { world.Wen, world.Bea, world.Ines }) Assert.Null(await world.AnswerOf(id, who));
        Assert.Empty(await world.Read(db => db.The<OutboxRow>().Where(o => o.LastError != null).Select(o => o.LastError).ToListAsync()));
        Assert.Empty(world.Trouble);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await world.Anyone().Get("/dev/mail")).Status);
    }

    private static string KeyOf(byte[] mail, string address) => Convert.ToHexString(ArrivedLetter.Read(mail, address, new Inbound(new Settings { MailIn = MailInWorld.Inbox }))!.Key);

    private static string Shown(byte[] mail) => MailMessage.Parse(mail).Root.Walk().Last().DecodeText();

    private Task<List<ReceivedOutcome>> Outcomes() => world.Read(db => db.The<ReceivedMail>().OrderBy(m => m.Id).Select(m => m.Outcome).ToListAsync());

    private async Task<(Id<Gathering> Id, CalendarDocument Asked)> Asked(string title)
    {
        var id = await world.Called(title);
        return (id, await world.Invited(id, world.Wen));
    }

    private CalendarReply Yes(CalendarDocument asked) => MailInWorld.Answer(asked, CalendarParticipation.Accepted, world.Time.GetUtcNow());

    private static IEnumerable<byte[]> Files(params string[] folders) => folders.Select(Corpora.PathOf)
        .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <summary>A calendar in every way in which it may come.</summary>
    private static IEnumerable<byte[]> Wrapped(byte[] calendar)
    {
        foreach (var kind in Kinds) yield return In($"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n", Encoding.ASCII.GetBytes(Convert.ToBase64String(calendar, Base64FormattingOptions.InsertLineBreaks)));
        yield return In("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: text/calendar\r\n\r\n", calendar);
    }

    private static byte[] In(string head, byte[] body) => [.. Encoding.ASCII.GetBytes($"From: wen@millbrook.example\r\nMessage-ID: <{Guid.NewGuid():N}@x.example>\r\n{head}"), .. body];

    private static string Deep(string name, int levels) => $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n{string.Concat(Enumerable.Repeat($"BEGIN:{name}\r\n", levels))}";

    private static byte[] Nested(int levels) => Encoding.ASCII.GetBytes("From: wen@millbrook.example\r\n" + string.Concat(Enumerable.Range(0, levels).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")));
}
