using System.Net;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Mail;

public class MailPageTests
{
    [Fact]
    public async Task In_development_anyone_reads_what_was_sent()
    {
        await using var world = new World();
        await world.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get("/dev/mail")).Status);
        await world.Anyone().Post("/sign-in", ("email", "ruth@millbrook.example"), ("return", "/"));
        var list = await world.Anyone().Get("/dev/mail");
        var mail = await world.Anyone().Get(list.Page.QuerySelector(".letters a")!.GetAttribute("href")!);
        Assert.NotNull(mail.Page.QuerySelector($"a[href$='{await world.LinkTo("ruth@millbrook.example")}']"));
    }

    [Theory]
    [InlineData(false, false, HttpStatusCode.NotFound)]
    [InlineData(true, false, HttpStatusCode.NotFound)]
    [InlineData(false, true, HttpStatusCode.NotFound)]
    [InlineData(true, true, HttpStatusCode.OK)]
    public async Task Elsewhere_operators_do_where_the_instance_shows_its_mail(bool shows, bool isOperator, HttpStatusCode status)
    {
        await using var world = new Shown(shows);
        await world.InitializeAsync();
        if (isOperator) await world.Writes.Do(async unit => (await unit.ThePerson(world.Ines.Person.Id)).OperatorSince = unit.Now);
        await world.Anyone().Post("/sign-in", ("email", "ruth@millbrook.example"), ("return", "/"));
        var mail = await world.Read(db => db.The<QueuedMail>().Select(m => m.Id).SingleAsync());
        Assert.Equal(status, (await world.Ines.Get("/dev/mail")).Status);
        Assert.Equal(status, (await world.Ines.Get($"/dev/mail/{mail}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anyone().Get("/dev/mail")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/dev/mail/{mail}")).Status);
    }

    private sealed class Shown(bool shows) : World
    {
        protected override void Configure(IWebHostBuilder host) =>
            host.UseEnvironment("Production").UseSetting("Leaderful:ShowMail", shows ? "true" : "false");
    }
}
