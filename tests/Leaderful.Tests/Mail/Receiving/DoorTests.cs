using System.Diagnostics;
using System.Net;
using System.Text;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Mail.Receiving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Mail.Receiving;

/// <summary>Mail comes in by a pipe or over the web, is ours once that is said, and is forgotten again.</summary>
public class DoorTests(MailInWorld world) : IClassFixture<MailInWorld>
{
    [Fact]
    public async Task The_hook_is_for_whoever_knows_the_secret()
    {
        var before = await Count();
        foreach (var wrong in new[] { null, "", "x", $"{MailInWorld.Secret}x", MailInWorld.Secret[..^1] }) Assert.Equal(HttpStatusCode.Unauthorized, (await world.Hook(Letter(), wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Hook(Letter("somebody@elsewhere.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Hook(Letter(), query: "?to=somebody@elsewhere.example")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Hook([])).StatusCode);
        Assert.Equal(before, await Count());
        Assert.Equal(HttpStatusCode.NoContent, (await world.Hook(Letter("undisclosed@elsewhere.example"), query: $"?to={Uri.EscapeDataString(MailInWorld.Inbox)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await world.Hook(Letter())).StatusCode);
        Assert.Equal(before + 2, await Count());
    }

    [Fact]
    public async Task Too_much_is_refused_by_either_door()
    {
        byte[] large = [.. Letter(), .. new byte[Receiver.MostBytes]];
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await world.Hook(large)).StatusCode);
        Assert.Equal(ReceiveMailCommand.BadMail, await world.Pipe(large));
    }

    [Fact]
    public async Task Where_no_secret_is_set_there_is_no_hook()
    {
        await using var quiet = new Quiet();
        await quiet.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await quiet.Hook(Letter(), "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await quiet.Hook(Letter())).StatusCode);
        Assert.Equal(0, await quiet.Pipe(Letter()));
    }

    [Fact]
    public async Task A_mail_server_is_told_what_to_do()
    {
        Assert.Equal(0, await world.Pipe(Letter("hidden@elsewhere.example"), MailInWorld.Inbox));
        Assert.Equal(ReceiveMailCommand.NobodyThere, await world.Pipe(Letter("somebody@elsewhere.example")));
        Assert.Equal(ReceiveMailCommand.NobodyThere, await world.Pipe(Letter(), "somebody@elsewhere.example"));
    }

    [Fact]
    public async Task The_program_itself_takes_a_mail_from_a_pipe()
    {
        var before = await Count();
        Assert.Equal(0, await Start(Letter(), world.Folder, MailInWorld.Inbox));
        Assert.Equal(before + 1, await Count());
        Assert.Equal(67, await Start(Letter(), world.Folder, "--Leaderful:DataFolder=x@elsewhere.example"));
        // Where the database cannot be reached the mail stays with the mail server.
        Assert.Equal(75, await Start(Letter(), "/dev/null/nowhere", MailInWorld.Inbox));
        Assert.Equal(before + 1, await Count());
    }

    [Fact]
    public async Task What_nobody_wrote_is_left_alone_and_what_nobody_heard_is_shown()
    {
        foreach (var (outcome, headers) in new (ReceivedOutcome, (string, string)[])[]
        {
            (ReceivedOutcome.Automatic, [("Auto-Submitted", "auto-replied")]), (ReceivedOutcome.Automatic, [("Return-Path", "<>")]), (ReceivedOutcome.Bulk, [("Precedence", "bulk")]), (ReceivedOutcome.Bulk, [("List-Id", "<many.example>")]),
            (ReceivedOutcome.NoCalendar, [("Auto-Submitted", "no")]), (ReceivedOutcome.NoCalendar, []),
        }) Assert.Equal(outcome, await world.Piped(Letter(headers: headers)));
        foreach (var own in new[] { "leaderful@localhost", "answers@leaderful.example", "answers+x@leaderful.example" }) Assert.Equal(ReceivedOutcome.Own, await world.Piped(Letter(from: own)));
        Assert.Equal(ReceivedOutcome.Report, await world.Piped(Letter(from: "MAILER-DAEMON@elsewhere.example")));
        Assert.Equal(ReceivedOutcome.NoCalendar, await world.Piped(Letter(subject: "I come a little later")));
        var list = await world.Anyone().Get("/dev/mail");
        Assert.Contains("no answer from a calendar in it", list.Main, StringComparison.Ordinal);
        var link = Assert.Single(list.Page.QuerySelectorAll("a[download]"), a => a.TextContent.Contains("I come a little later", StringComparison.Ordinal)).GetAttribute("href")!;
        var file = await world.Anyone().Get(link);
        Assert.Equal(("message/rfc822", "attachment"), (file.Response.Content.Headers.ContentType!.MediaType, file.Response.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("I come a little later", file.Text, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<ReceivedMail>().AnyAsync(m => m.Outcome == ReceivedOutcome.Bulk && (m.Bytes != Array.Empty<byte>() || m.Subject != ""))));
    }

    [Fact]
    public async Task It_is_forgotten_after_a_fortnight_and_with_the_account_it_came_from()
    {
        await using var other = new MailInWorld();
        await other.InitializeAsync();
        await other.Piped(Letter(from: "Bea@Millbrook.Example"));
        await other.Piped(Letter(from: "wen@millbrook.example"));
        Assert.Equal("/farewell", (await other.Bea.Post("/me/departure", ("words", "kept"))).Location);
        Assert.Equal(["wen@millbrook.example"], await From(other));
        other.Time.Advance(TimeSpan.FromDays(13));
        await other.Writes.Do(MailTidying.Tidy);
        Assert.Contains("wen@millbrook.example", await From(other));
        other.Time.Advance(TimeSpan.FromDays(2));
        await other.Writes.Do(MailTidying.Tidy);
        Assert.Empty(await From(other));
    }

    private static Task<List<string>> From(World world) => world.Read(db => db.The<ReceivedMail>().OrderBy(m => m.From).Select(m => m.From).ToListAsync());

    private Task<int> Count() => world.Read(db => db.The<ReceivedMail>().CountAsync());

    private static byte[] Letter(string to = MailInWorld.Inbox, string from = "samir@elsewhere.example", string subject = "Hello", params (string Name, string Value)[] headers) => Encoding.UTF8.GetBytes(
        string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n")) + $"From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{Guid.NewGuid():N}@elsewhere.example>\r\n\r\nHello.\r\n");

    private async Task<int> Start(byte[] mail, string folder, string recipient)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Leaderful.dll"), "receive-mail"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in new[] { ("DataFolder", folder), ("Postgres", folder == world.Folder ? world.Postgres : ""), ("MailIn", MailInWorld.Inbox) }) start.Environment[$"Leaderful__{name}"] = value;
        start.Environment["RECIPIENT"] = recipient;
        using var program = Process.Start(start)!;
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.StandardInput.BaseStream.WriteAsync(mail);
        program.StandardInput.Close();
        await said;
        await program.WaitForExitAsync();
        return program.ExitCode;
    }

    private sealed class Quiet : MailInWorld
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("Leaderful:MailInSecret", "");
        }
    }
}
