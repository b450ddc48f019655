using System.Collections.Concurrent;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Invitations;
using Leaderful.Gatherings.Letters;
using Leaderful.ICalendar;
using Leaderful.Mail;
using Leaderful.Mail.Receiving;
using Leaderful.Mime;
using Leaderful.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Leaderful.Tests.Mail.Receiving;

/// <summary>An instance at which mail comes in, with two members more: Wen and Bea. Ruth calls gatherings and invites.</summary>
public class MailInWorld : World
{
    public const string Inbox = "answers@leaderful.example";
    public const string Secret = "a long secret that two machines know";
    public const string List = "/c/millbrook/gatherings";

    private readonly Heard heard = new();

    /// <summary>What the program said of trouble.</summary>
    public IReadOnlyCollection<string> Trouble => heard.Said;

    public Visitor Wen { get; private set; } = null!;
    public Visitor Bea { get; private set; } = null!;

    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:MailIn", Inbox).UseSetting("Leaderful:MailInSecret", Secret)
        .UseSetting("Logging:LogLevel:Leaderful", "Warning").ConfigureServices(services => services.AddSingleton<ILoggerProvider>(heard));

    protected override async Task Settle()
    {
        await base.Settle();
        (Wen, Bea) = (await Register("Wen Li", "wen@millbrook.example"), await Register("Bea Lindqvist", "bea@millbrook.example"));
        foreach (var one in new[] { Wen, Bea }) await Join(one, Millbrook);
        await Writes.Do(unit => unit.Db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
    }

    public GatheringWish Wish(string title, int days = 3) =>
        new(GatheringKind.Cafe, title, new GatheringTime(DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime.AddDays(days)), new TimeOnly(18, 0), 60, "Europe/Berlin")) { Place = "Canteen; upstairs" };

    public Task<Id<Gathering>> Called(string title) => Writes.Do(unit => unit.CallGathering(Ruth.Person.ActorId, Millbrook.Id, new GatheringHost(Millbrook.ScopeId), Wish(title)));

    /// <summary>What the letter to somebody carries for their calendar.</summary>
    public async Task<CalendarDocument> Invited(Id<Gathering> id, Visitor whom)
    {
        await Ruth.Post($"{List}/{id}/invitations", ("whom", whom.Person.Id.ToString()));
        return Calendar(await Newest(id, whom));
    }

    public Task Tell(Id<Gathering> id) => Writes.Do(unit =>
        unit.TellChanged(new Letterhead(Services.GetRequiredService<Languages>(), "https://leaderful.example"), Services.GetRequiredService<CalendarInvitations>(), id));

    public Task<QueuedMail> Newest(Id<Gathering> id, Visitor whom) => Read(db =>
        db.The<QueuedMail>().Where(m => m.About == id.Value && m.To == whom.Person.Email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).FirstAsync());

    /// <summary>As it travels.</summary>
    public CalendarDocument Calendar(QueuedMail letter)
    {
        var mail = MailMessage.Parse(Services.GetRequiredService<MessageWriter>().Write(letter));
        var part = Assert.Single(mail.Root.Walk(), p => p.ContentType.MediaType == "text/calendar");
        var calendar = CalendarDocument.Read(part.DecodeText());
        Assert.Empty(calendar.Problems);
        Assert.Equal(calendar.Method.ToString()!.ToUpperInvariant(), part.ContentType.Parameters["method"]);
        return calendar;
    }

    public static CalendarReply Answer(CalendarDocument invitation, CalendarParticipation says, DateTimeOffset at) => new()
    {
        Uid = invitation.Events[0].Uid, Sequence = invitation.Events[0].Sequence, Address = invitation.Events[0].Attendees[0].Address, Participation = says, Stamp = at,
    };

    public static byte[] Mail(string to, CalendarReply reply, string from, params (string Name, string Value)[] headers) => Mail(to, Encoding.UTF8.GetString(reply.Write("-//Elsewhere//EN")), from, headers);

    public static byte[] Mail(string to, string calendar, string from, params (string Name, string Value)[] headers) => MailWriter.Write(new OutgoingMail
    {
        From = new MailAddress(null, from), To = [new MailAddress(null, to)], Subject = "Answer", MessageId = $"{Guid.NewGuid():N}@elsewhere.example", Date = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        Text = "They answered.", Calendar = new OutgoingCalendar("REPLY", calendar), Headers = [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))],
    });

    /// <summary>By the pipe, and read.</summary>
    public async Task<ReceivedOutcome> Piped(byte[] mail, string? recipient = null)
    {
        Assert.Equal(0, await Pipe(mail, recipient));
        return await Settled();
    }

    public Task<int> Pipe(byte[] mail, string? recipient = null) => ReceiveMailCommand.Run(Services, new MemoryStream(mail), recipient, CancellationToken.None);

    /// <summary>As a mail server elsewhere does it, which is no browser.</summary>
    public async Task<HttpResponseMessage> Hook(byte[] mail, string? secret = Secret, string query = "")
    {
        var client = Anyone().Client;
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/mail/in{query}") { Content = new ByteArrayContent(mail) };
        request.Content.Headers.ContentType = new("message/rfc822");
        if (secret is not null) request.Headers.Add("Authorization", $"Bearer {secret}");
        return await client.SendAsync(request);
    }

    /// <summary>Everything that came in is read; what became of the newest.</summary>
    public async Task<ReceivedOutcome> Settled()
    {
        foreach (var id in await Read(db => db.The<ReceivedMail>().Where(m => m.Outcome == ReceivedOutcome.Waiting).Select(m => m.Id).ToListAsync())) await Work(ReceivedMailHandler.KindOfWork, id.Value);
        return await Read(db => db.The<ReceivedMail>().OrderByDescending(m => m.Id).Select(m => m.Outcome).FirstAsync());
    }

    public Task<Coming?> AnswerOf(Id<Gathering> id, Visitor who) =>
        Read(db => db.The<GatheringAnswer>().Where(a => a.GatheringId == id && a.ActorId == who.Person.ActorId).Select(a => a.Coming).SingleOrDefaultAsync());

    private sealed class Heard : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> said = new();

        public IReadOnlyCollection<string> Said => said;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => said.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
