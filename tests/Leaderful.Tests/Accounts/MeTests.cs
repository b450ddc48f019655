using System.Net;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class MeTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_person_changes_their_name_and_language()
    {
        var me = await world.Register("Old Name", "rename@me.example");
        var page = await me.Get("/me");
        var kept = await me.Submit(page, "/me", ("name", "Nëw  Name"), ("language", "en"));
        Assert.Equal("Nëw Name", kept.Heading);
        Assert.Equal("en", (await world.Read(db => db.The<Person>().SingleAsync(p => p.Id == me.Person.Id))).Language);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await me.Submit(kept, "/me", ("name", " "))).Status);
        await me.Submit(kept, "/me", ("name", "Nëw Name"), ("language", "tlh"));
        Assert.Null((await world.Read(db => db.The<Person>().SingleAsync(p => p.Id == me.Person.Id))).Language);
    }

    [Fact]
    public async Task Nobody_sees_it_who_is_not_signed_in() =>
        Assert.StartsWith("/sign-in?return=", (await world.Anyone().Get("/me")).Location, StringComparison.Ordinal);

    [Fact]
    public async Task One_device_is_signed_out_from_another_at_once_and_so_are_all_others()
    {
        var me = await world.Register("Many Devices", "devices@me.example");
        var (second, third) = (await Another(me), await Another(me));
        Assert.All(new[] { second, third }, d => Assert.Equal(HttpStatusCode.OK, d.Get("/me").Result.Status));
        var devices = await world.Read(db => db.The<Device>().Where(d => d.PersonId == me.Person.Id).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());

        Assert.Equal("/me", (await me.Post($"/me/devices/{devices[1]}/ending")).Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await third.Get("/me")).Status);
        await me.Post("/me/devices/others/ending");
        Assert.Equal(HttpStatusCode.SeeOther, (await third.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await me.Get("/me")).Status);
    }

    [Fact]
    public async Task What_still_runs_on_a_device_ends_when_it_is_signed_out()
    {
        var me = await world.Register("Streaming", "stream@me.example");
        var other = await Another(me);
        var session = await world.Services.GetRequiredService<Sessions>().Find(other.Token!);
        var ended = new TaskCompletionSource();
        using var listening = session!.Ended.Register(ended.SetResult);
        await me.Post("/me/devices/others/ending");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Nobody_signs_out_somebody_elses_device()
    {
        var me = await world.Register("Untouched", "untouched@me.example");
        var device = await world.Read(db => db.The<Device>().Where(d => d.PersonId == me.Person.Id).Select(d => d.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/me/devices/{device}/ending")).Status);
        Assert.Equal(HttpStatusCode.OK, (await me.Get("/me")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_this_browser_and_takes_its_cookie()
    {
        var me = await world.Register("Going", "going@me.example");
        var gone = await me.Submit(await me.Get("/me"), "/sign-out");
        Assert.Equal(HttpStatusCode.OK, gone.Status);
        Assert.StartsWith("/sign-in", (await me.Get("/me")).Location, StringComparison.Ordinal);
        Assert.NotNull(await world.Read(db => db.The<Device>().Where(d => d.PersonId == me.Person.Id).Select(d => d.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_device_not_seen_for_sixty_days_is_signed_out_and_one_in_use_stays()
    {
        await using var own = new World();
        await own.InitializeAsync();
        for (var day = 0; day < 3; day++)
        {
            own.Time.Advance(TimeSpan.FromDays(50));
            var page = await own.Ruth.Get("/me");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(page.Response.Headers.GetValues("Set-Cookie"), c => c.Contains("max-age=5184000", StringComparison.OrdinalIgnoreCase));
        }
        own.Time.Advance(TimeSpan.FromDays(61));
        Assert.Equal(HttpStatusCode.SeeOther, (await own.Ruth.Get("/me")).Status);
    }

    [Fact]
    public async Task An_address_changes_when_the_link_in_the_new_one_is_opened()
    {
        var me = await world.Register("Mover", "old@mover.example");
        var open = world.Anyone();
        await open.Post("/sign-in", ("email", "old@mover.example"), ("return", "/"));
        var openLink = await world.LinkTo("old@mover.example");

        var asked = await me.Submit(await me.Get("/me/email"), "/me/email", ("email", "New@Mover.example"));
        Assert.Contains("New@mover.example", asked.Main, StringComparison.Ordinal);
        var link = await world.LinkTo("New@mover.example");
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get(link)).Status);
        Assert.Equal("old@mover.example", (await Fresh(me)).Email);
        var confirm = await world.Anyone().Get(link);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Anyone().Post(confirm.FormTo(link))).Status);

        var changed = await Fresh(me);
        Assert.Equal(("New@mover.example", "new@mover.example"), (changed.Email, changed.EmailKey));
        Assert.NotNull(changed.EmailProvedAt);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await open.Post(openLink)).Status);
        Assert.Contains("new one you confirmed", await world.MailTo("old@mover.example"), StringComparison.Ordinal);
        Assert.Contains("New@mover.example", (await me.Get("/me")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_somebody_has_is_told_only_to_whoever_reads_its_mail()
    {
        var me = await world.Register("Curious", "curious@me.example");
        await world.Register("Taken", "taken@me.example");
        var page = await me.Get("/me/email");
        var taken = await me.Post("/me/email", [.. page.FieldsOf("/me/email", [("email", "taken@me.example")])]);
        var free = await me.Post("/me/email", [.. page.FieldsOf("/me/email", [("email", "free@me.example")])]);
        Assert.Equal((taken.Status, taken.Location), (free.Status, free.Location));
        await me.Post("/me/email", [.. page.FieldsOf("/me/email", [("email", "taken@me.example")])]);
        Assert.Equal(HttpStatusCode.Conflict, (await world.Anyone().Post(await world.LinkTo("taken@me.example"))).Status);
        Assert.Equal("curious@me.example", (await Fresh(me)).Email);
    }

    [Fact]
    public async Task Without_a_recent_proof_an_address_is_not_changed_and_a_link_is_a_proof()
    {
        await using var own = new World();
        await own.InitializeAsync();
        own.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/proof?return=%2Fme%2Femail", (await own.Ruth.Post("/me/email", ("email", "x@y.example"))).Location);
        Assert.Equal("/proof?return=%2Fme%2Fdeparture", (await own.Ruth.Post("/me/departure", ("words", "kept"))).Location);
        Assert.Equal("/proof?return=%2Fme%2Fpasskeys%2Fnew", (await own.Ruth.Get("/me/passkeys/new")).Location);
        Assert.False(await own.Read(db => db.The<QueuedMail>().AnyAsync()));

        var proof = await own.Ruth.Get("/proof?return=%2Fme%2Femail");
        await own.Ruth.Submit(proof, "/proof");
        var entered = await own.Ruth.Post(await own.LinkTo("ruth@millbrook.example"), ("return", "/me/email"));
        Assert.Equal("/me/email", entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await own.Ruth.Get("/me/email")).Status);
        Assert.Equal(1, await own.Read(db => db.The<Device>().CountAsync(d => d.PersonId == own.Ruth.Person.Id)));
        // Somebody else's browser has proved nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await own.Ines.Get("/me/email")).Status);
    }

    [Theory]
    [InlineData("\u200B\u2060", null)]
    [InlineData("\u3164", null)]
    [InlineData("\u2800 \u0301", null)]
    [InlineData("\u202EenirehtaK", "enirehtaK")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("Zoë 👩‍🌾", "Zoë 👩‍🌾")]
    public async Task A_name_can_be_seen_and_turns_nothing_around_it(string typed, string? kept)
    {
        var me = await world.Register("Before", $"{Guid.NewGuid():N}@name.example");
        var answer = await me.Post("/me", ("name", typed), ("language", ""));
        Assert.Equal(kept is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(kept ?? "Before", await world.Read(db => db.The<Actor>().Where(a => a.Id == me.Person.ActorId).Select(a => a.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0", "Firefox on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome on ChromeOS")]
    [InlineData("curl/8.5.0", "A browser we do not know")]
    [InlineData("<script>alert(1)</script> Firefox/1 ", "Firefox")]
    [InlineData("", "A browser we do not know")]
    public void A_browser_is_named_in_plain_words(string userAgent, string name) =>
        Assert.Equal(name, DeviceName.Of(userAgent, new Leaderful.Shared.Languages().English));

    private async Task<Visitor> Another(Visitor me)
    {
        var token = await world.Writes.Do(unit => Task.FromResult(unit.SignIn(me.Person, "Another browser")));
        return world.With(me.Person, token);
    }

    private Task<Person> Fresh(Visitor me) => world.Read(db => db.The<Person>().SingleAsync(p => p.Id == me.Person.Id));
}
