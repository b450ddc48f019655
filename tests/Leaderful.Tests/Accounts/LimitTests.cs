using System.Net;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Tests.OpenSpace;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class LimitTests
{
    [Theory]
    [InlineData("ruth@millbrook.example")]
    [InlineData("nobody@millbrook.example")]
    public async Task An_address_just_written_to_is_passed_over_in_silence(string email)
    {
        await using var world = new StrictWorld();
        await world.InitializeAsync();
        var first = await world.Anyone().Post("/sign-in", ("email", email), ("return", "/"));
        var second = await world.Anyone().Post("/sign-in", ("email", email.ToUpperInvariant()), ("return", "/"));
        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal(1, await Mails(world));
        world.Time.Advance(SignInLinks.Pause);
        await world.Anyone().Post("/sign-in", ("email", email), ("return", "/"));
        Assert.Equal(2, await Mails(world));
        for (var n = 0; n < SignInLinks.MostInAnHour + 3; n++)
        {
            world.Time.Advance(SignInLinks.Pause);
            await world.Anyone().Post("/sign-in", ("email", email), ("return", "/"));
        }
        Assert.Equal(SignInLinks.MostInAnHour, await Mails(world));
    }

    [Fact]
    public async Task An_address_somebody_typed_is_not_kept_for_long()
    {
        await using var world = new World();
        await world.InitializeAsync();
        await world.Anyone().Post("/sign-in", ("email", "typed@stranger.example"), ("return", "/"));
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Anyone().Post("/sign-in", ("email", "other@stranger.example"), ("return", "/"));
        Assert.Equal(["other@stranger.example"], await world.Read(db => db.The<CapabilityLink>().Select(l => l.Email).ToListAsync()));
    }

    [Fact]
    public async Task Who_knocks_too_often_waits()
    {
        await using var world = new StrictWorld();
        await world.InitializeAsync();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 40; n++) answers.Add((await world.Anyone().Post("/sign-in", ("email", $"n{n}@knock.example"), ("return", "/"))).Status);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.True(await Mails(world) <= 30);
    }

    [Fact]
    public async Task In_a_room_a_guest_is_counted_by_their_pass_and_a_made_up_cookie_by_its_address()
    {
        await using var world = new StrictWorld();
        await world.InitializeAsync();
        var id = await world.Open(world.Ruth);
        var guests = new[] { await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, id, "Young Tom") };
        foreach (var guest in guests)
            for (var n = 0; n < 100; n++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await guest.Post($"{Spaces.Path(id)}/guest/claim")).Status);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 140; n++)
        {
            var liar = world.Anyone();
            liar.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful-guest=made-up-{n}");
            answers.Add((await liar.Post($"{Spaces.Wall(id)}/topics", ("title", "Mine"))).Status);
        }
        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Codes_cannot_be_tried_in_a_row()
    {
        await using var world = new StrictEmptyWorld();
        await world.InitializeAsync();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 40; n++) answers.Add((await world.Anyone().Post("/set-up", ("code", $"AAAA-AAAA-{n:0000}"))).Status);
        Assert.Equal(30, answers.Count(a => a == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(10, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_forged_host_ends_in_no_mail()
    {
        await using var world = new EmptyWorld();
        await world.InitializeAsync();
        var code = world.Services.GetRequiredService<SetUpCode>().Code;
        await At("home.example").Post("/set-up", ("code", code), ("name", "Zofia"), ("email", "zofia@lodz.example"), ("community", "Łódź"));
        foreach (var (asked, from, written) in new[]
        {
            ("evil.example", "", "http://home.example/"), ("home.example:8080", "", "http://home.example/"), ("HOME.example", "", "http://HOME.example/"),
            ("localhost:5080", "", "http://localhost:5080/"), ("localhost:5080", "203.0.113.9", "http://home.example/"),
        })
        {
            await At(asked, from).Post("/sign-in", ("email", "zofia@lodz.example"), ("return", "/"));
            Assert.Contains($"\n{written}sign-in/", await world.MailTo("zofia@lodz.example"), StringComparison.Ordinal);
        }

        Visitor At(string host, string from = "")
        {
            var visitor = world.Anyone();
            if (from.Length > 0) visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            visitor.Client.DefaultRequestHeaders.Host = host;
            return visitor;
        }
    }

    private static Task<int> Mails(World world) => world.Read(db => db.The<QueuedMail>().CountAsync());

    private sealed class StrictEmptyWorld : EmptyWorld
    {
        protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:Unlimited", "false");
    }
}
