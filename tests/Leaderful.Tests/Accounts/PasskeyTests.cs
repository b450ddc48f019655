using System.Net;
using Leaderful.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class PasskeyTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_passkey_is_made_and_lets_its_owner_in()
    {
        var (owner, authenticator) = await WithPasskey();
        var visitor = world.Anyone();
        var entered = await SignIn(visitor, authenticator);
        Assert.Equal((HttpStatusCode.SeeOther, "/communities"), (entered.Status, entered.Location));
        Assert.Contains("Pia Passkey", (await visitor.Get("/me")).Heading, StringComparison.Ordinal);
        var kept = Assert.Single(await PasskeysOf(owner));
        Assert.Equal((authenticator.Count, true), (kept.SignCount, kept.LastUsedAt is not null));
    }

    [Fact]
    public async Task Under_tls_too()
    {
        using var authenticator = new Authenticator("https://leaderful.example:5443");
        var owner = await Secure(await Person());
        await Register(owner, authenticator);
        var visitor = world.Anyone();
        visitor.Client.BaseAddress = new Uri("https://leaderful.example:5443");
        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(visitor, authenticator)).Status);

        // The same name without TLS is another origin, and another host another party.
        foreach (var other in new[] { "http://leaderful.example", "https://elsewhere.example:5443" })
        {
            var stranger = world.Anyone();
            stranger.Client.BaseAddress = new Uri(other);
            await Refused(SignIn(stranger, authenticator));
        }

        async Task<Visitor> Secure(Visitor person)
        {
            var browser = world.Anyone();
            browser.Client.BaseAddress = new Uri("https://leaderful.example:5443");
            await browser.Post("/sign-in", ("email", person.Person.Email), ("return", "/"));
            await browser.Post(await world.LinkTo(person.Person.Email));
            return browser;
        }
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        var (_, authenticator) = await WithPasskey();
        var thief = world.Anyone();
        var options = await Options(thief, "/sign-in/passkey/options");
        var cookie = options.Cookie;
        var answer = authenticator.Get(options.Json);
        Assert.Equal(HttpStatusCode.SeeOther, (await Replay(cookie, answer)).Status);
        await Refused(Replay(cookie, answer));

        async Task<Screen> Replay(string sealedCookie, string credential)
        {
            var visitor = world.Anyone();
            visitor.Client.DefaultRequestHeaders.Add("Cookie", sealedCookie);
            return await visitor.Post("/sign-in/passkey", ("credential", credential), ("return", "/"));
        }
    }

    [Fact]
    public async Task An_answer_given_many_times_at_once_counts_once()
    {
        var (_, authenticator) = await WithPasskey();
        var options = await Options(world.Anyone(), "/sign-in/passkey/options");
        var answer = authenticator.Get(options.Json);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var visitor = world.Anyone();
            visitor.Client.DefaultRequestHeaders.Add("Cookie", options.Cookie);
            return await visitor.Post("/sign-in/passkey", ("credential", answer), ("return", "/"));
        }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_wrong_origin_challenge_counter_or_signature_is_refused()
    {
        var (_, authenticator) = await WithPasskey();
        authenticator.Origin = "http://evil.example";
        await Refused(SignIn(world.Anyone(), authenticator));
        (authenticator.Origin, authenticator.Challenge) = ("http://localhost", "bm90IHRoZSBjaGFsbGVuZ2U");
        await Refused(SignIn(world.Anyone(), authenticator));
        authenticator.Challenge = null;
        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(world.Anyone(), authenticator)).Status);
        authenticator.Count -= 1;
        await Refused(SignIn(world.Anyone(), authenticator));
        using var other = new Authenticator { CredentialId = authenticator.CredentialId, UserHandle = authenticator.UserHandle, Count = 50 };
        await Refused(SignIn(world.Anyone(), other));
        authenticator.Count = 60;
        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(world.Anyone(), authenticator)).Status);
    }

    [Fact]
    public async Task Anothers_passkey_is_no_proof_of_me()
    {
        var (pia, _) = await WithPasskey();
        var (_, stolen) = await WithPasskey();
        var before = await ProvedAt(pia);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var options = await Options(pia, "/proof/passkey/options");
        await Refused(pia.Post("/proof/passkey", ("credential", stolen.Get(options.Json)), ("return", "/me/email")));
        // Nor under a handle that claims to be me.
        options = await Options(pia, "/proof/passkey/options");
        stolen.UserHandle = null;
        await Refused(pia.Post("/proof/passkey", ("credential", stolen.Get(options.Json)), ("return", "/me/email")));
        Assert.Equal(before, await ProvedAt(pia));
    }

    [Fact]
    public async Task My_passkey_is_a_proof_of_me_and_signs_in_no_second_device()
    {
        await using var own = new World();
        await own.InitializeAsync();
        using var authenticator = new Authenticator();
        await Register(own.Ruth, authenticator);
        own.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/proof?return=%2Fme%2Femail", (await own.Ruth.Get("/me/email")).Location);
        var options = await Options(own.Ruth, "/proof/passkey/options");
        var proved = await own.Ruth.Post("/proof/passkey", ("credential", authenticator.Get(options.Json)), ("return", "/me/email"));
        Assert.Equal("/me/email", proved.Location);
        Assert.Equal(HttpStatusCode.OK, (await own.Ruth.Get("/me/email")).Status);
        Assert.Equal(1, await own.Read(db => db.The<Device>().CountAsync(d => d.PersonId == own.Ruth.Person.Id)));
    }

    [Fact]
    public async Task A_challenge_for_one_thing_is_good_for_no_other_and_not_for_long()
    {
        await using var own = new World();
        await own.InitializeAsync();
        using var authenticator = new Authenticator();
        await Register(own.Ruth, authenticator);
        var anybodys = await Options(own.Ruth, "/sign-in/passkey/options");
        await Refused(own.Ruth.Post("/proof/passkey", ("credential", authenticator.Get(anybodys.Json)), ("return", "/")));

        var visitor = own.Anyone();
        var options = await Options(visitor, "/sign-in/passkey/options");
        own.Time.Advance(TimeSpan.FromMinutes(6));
        await Refused(visitor.Post("/sign-in/passkey", ("credential", authenticator.Get(options.Json)), ("return", "/")));
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_until_it_is_put_back()
    {
        var (owner, authenticator) = await WithPasskey();
        var id = Assert.Single(await PasskeysOf(owner)).Id;
        var removed = await owner.Post($"/me/passkeys/{id}/removal");
        Assert.Equal("/me", removed.Location);
        await Refused(SignIn(world.Anyone(), authenticator));
        Assert.DoesNotContain("Pia’s phone", (await owner.Get("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Post($"/me/passkeys/{id}/return")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(world.Anyone(), authenticator)).Status);
    }

    [Fact]
    public async Task Nobody_else_renames_removes_or_restores_it()
    {
        var (owner, _) = await WithPasskey();
        var id = Assert.Single(await PasskeysOf(owner)).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/me/passkeys/{id}/removal")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/me/passkeys/{id}/name", ("name", "Mine"))).Status);
        await owner.Post($"/me/passkeys/{id}/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/me/passkeys/{id}/return")).Status);
        await owner.Post($"/me/passkeys/{id}/return");
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Post($"/me/passkeys/{id}/name", ("name", "The stick"))).Status);
        Assert.Contains("The stick", (await owner.Get("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_registered_once_and_for_whoever_asked()
    {
        var (_, authenticator) = await WithPasskey();
        var other = await Person();
        var again = await Register(other, authenticator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Empty(await PasskeysOf(other));

        // Options made for one person, answered in another's session.
        using var fresh = new Authenticator();
        var options = await Options(other, "/me/passkeys/options");
        var thief = world.Anyone();
        thief.Client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie}; leaderful={world.Samir.Token}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Post("/me/passkeys", ("credential", fresh.Create(options.Json)), ("name", "x"))).Status);
        Assert.Empty(await PasskeysOf(world.Samir));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","response":{}}""")]
    public async Task Nonsense_is_refused_politely(string credential)
    {
        var visitor = world.Anyone();
        await Options(visitor, "/sign-in/passkey/options");
        await Refused(visitor.Post("/sign-in/passkey", ("credential", credential), ("return", "/")));
    }

    [Fact]
    public async Task The_sign_in_page_offers_passkeys_among_the_browsers_suggestions()
    {
        var page = await world.Anyone().Get("/sign-in");
        Assert.NotNull(page.Page.QuerySelector("input[autocomplete='username webauthn']"));
        Assert.NotNull(page.Page.QuerySelector("form[data-passkey='sign-in'][data-options='/sign-in/passkey/options'] input[name=credential]"));
    }

    private Task<Visitor> Person() => world.Register("Pia Passkey", $"pia{Guid.NewGuid():N}@passkey.example");

    private async Task<(Visitor Owner, Authenticator Authenticator)> WithPasskey()
    {
        var owner = await Person();
        var authenticator = new Authenticator();
        Assert.Equal("/me", (await Register(owner, authenticator)).Location);
        return (owner, authenticator);
    }

    private static async Task<Screen> Register(Visitor owner, Authenticator authenticator)
    {
        var options = await Options(owner, "/me/passkeys/options");
        return await owner.Post("/me/passkeys", ("credential", authenticator.Create(options.Json)), ("name", "Pia’s phone"));
    }

    private static async Task<Screen> SignIn(Visitor visitor, Authenticator authenticator)
    {
        var options = await Options(visitor, "/sign-in/passkey/options");
        return await visitor.Post("/sign-in/passkey", ("credential", authenticator.Get(options.Json)), ("return", "/communities"));
    }

    private static async Task<(string Json, string Cookie)> Options(Visitor visitor, string path)
    {
        var answer = await visitor.Post(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        return (answer.Text, cookie.Split(';')[0]);
    }

    private static async Task Refused(Task<Screen> trying)
    {
        var answer = await trying;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        if (answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies))
            Assert.DoesNotContain(cookies, c => c.StartsWith("leaderful=", StringComparison.Ordinal) || c.StartsWith("__Host-leaderful=", StringComparison.Ordinal));
    }

    private Task<List<Passkey>> PasskeysOf(Visitor visitor) => world.Read(db => db.The<Passkey>().Where(p => p.PersonId == visitor.Person.Id).ToListAsync());

    private Task<DateTime> ProvedAt(Visitor visitor) => world.Read(db => db.The<Device>().Where(d => d.PersonId == visitor.Person.Id).Select(d => d.ProvedAt).SingleAsync());
}
