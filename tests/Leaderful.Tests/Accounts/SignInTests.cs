using System.Net;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class SignInTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_link_from_the_mail_lets_its_reader_in_and_takes_them_where_they_were_going()
    {
        var visitor = world.Anyone();
        var sent = await Ask(visitor, "ruth@millbrook.example", "/c/millbrook/people");
        Assert.Contains("ruth@millbrook.example", sent.Main, StringComparison.Ordinal);

        var link = await visitor.Get(await world.LinkTo("ruth@millbrook.example"));
        Assert.Contains("Ruth Abara", link.Heading, StringComparison.Ordinal);
        var entered = await visitor.Post(link.FormTo(Token(link)), [.. link.FieldsOf(Token(link), [])]);

        Assert.Equal((HttpStatusCode.SeeOther, "/c/millbrook/people"), (entered.Status, entered.Location));
        var cookie = CookieIn(entered);
        Assert.StartsWith("leaderful=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=5184000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/", (await visitor.Get("/sign-in")).Location);
    }

    [Fact]
    public async Task Under_tls_the_cookie_is_bound_to_the_host_and_never_leaves_it_in_the_clear()
    {
        var visitor = world.Anyone();
        visitor.Client.BaseAddress = new Uri("https://localhost");
        await Ask(visitor, "hanna@harbour.example");
        var link = await visitor.Get(await world.LinkTo("hanna@harbour.example"));
        var cookie = CookieIn(await visitor.Post(link.FormTo(Token(link))));
        Assert.StartsWith("__Host-leaderful=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "secure", "httponly", "path=/", "samesite=lax" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Looking_at_a_link_uses_nothing_up_and_pressing_the_button_does()
    {
        await Ask(world.Anyone(), "tove@harbour.example");
        var address = await world.LinkTo("tove@harbour.example");
        for (var look = 0; look < 3; look++) Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get(address)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Anyone().Post(address)).Status);

        foreach (var late in new[] { await world.Anyone().Post(address), await world.Anyone().Get(address) })
        {
            Assert.Equal(HttpStatusCode.Gone, late.Status);
            Assert.NotNull(late.Page.QuerySelector("form[action='/sign-in'] input[name=email]"));
            Assert.Empty(SetCookies(late));
        }
    }

    [Fact]
    public async Task A_link_is_good_for_ten_minutes()
    {
        await using var own = new World();
        await own.InitializeAsync();
        await Ask(own.Anyone(), "tove@harbour.example");
        var address = await own.LinkTo("tove@harbour.example");
        own.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Gone, (await own.Anyone().Get(address)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await own.Anyone().Post(address)).Status);
    }

    [Fact]
    public async Task A_link_used_many_times_at_once_signs_in_once()
    {
        var someone = await world.Register("Parallel Paula", "paula@race.example");
        await Ask(world.Anyone(), "paula@race.example");
        var address = await world.LinkTo("paula@race.example");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => world.Anyone().Post(address)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(11, answers.Count(a => a.Status == HttpStatusCode.Gone));
        Assert.Equal(2, await world.Read(db => db.The<Device>().CountAsync(d => d.PersonId == someone.Person.Id)));
    }

    [Fact]
    public async Task An_address_without_an_account_makes_one_by_saying_a_name()
    {
        var visitor = world.Anyone();
        await Ask(visitor, "New.One@Somewhere.example", "/communities");
        var link = await visitor.Get(await world.LinkTo("New.One@somewhere.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Submit(link, Token(link), ("name", "  "))).Status);
        var made = await visitor.Post(link.FormTo(Token(link)), [.. link.FieldsOf(Token(link), [("name", "Noor  Sayed")])]);

        Assert.Equal("/communities", made.Location);
        var person = await world.Read(db => db.The<Person>().SingleAsync(p => p.EmailKey == "new.one@somewhere.example"));
        Assert.Equal("Noor Sayed", await world.Read(db => db.The<Actor>().Where(a => a.Id == person.ActorId).Select(a => a.Name).SingleAsync()));
        Assert.NotNull(person.EmailProvedAt);
    }

    [Fact]
    public async Task Two_links_to_one_new_address_make_one_account()
    {
        await Ask(world.Anyone(), "twice@somewhere.example");
        var first = await world.LinkTo("twice@somewhere.example");
        await Ask(world.Anyone(), "twice@somewhere.example");
        var second = await world.LinkTo("twice@somewhere.example");
        var answers = await Task.WhenAll(new[] { first, second }.Select(a => world.Anyone().Post(a, ("name", "Twin"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(1, await world.Read(db => db.The<Person>().CountAsync(p => p.EmailKey == "twice@somewhere.example")));
    }

    [Fact]
    public async Task Asking_never_tells_whether_an_address_is_known()
    {
        await using var still = new StillWorld();
        await still.InitializeAsync();
        var known = await Asked("samir@elsewhere.example");
        var unknown = await Asked("nobody@elsewhere.example");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/sent", (1, 1, 1)), (known.Status, known.Location, known.Rows));
        Assert.Equal(known, unknown);

        async Task<(HttpStatusCode Status, string Location, string Page, (int, int, int) Rows)> Asked(string email)
        {
            var visitor = still.Anyone();
            var before = await Rows(still);
            var answer = await visitor.Post("/sign-in", ("email", email), ("return", "/"));
            var after = await Rows(still);
            var page = Blank(await visitor.Follow(answer), email);
            return (answer.Status, answer.Location, page, (after.Mails - before.Mails, after.Links - before.Links, after.Jobs - before.Jobs));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ruth")]
    [InlineData("ruth@")]
    [InlineData("@millbrook.example")]
    [InlineData("ruth@millbrook.example\r\nBcc: all@millbrook.example")]
    [InlineData("\"ruth abara\"@millbrook.example")]
    [InlineData("<ruth@millbrook.example>")]
    [InlineData("ruth@mill brook.example")]
    [InlineData("a@b@c.example,d@e.example")]
    public async Task What_is_no_address_is_told_so_and_nothing_is_sent(string email)
    {
        var before = await Mails();
        var again = await world.Anyone().Post("/sign-in", ("email", email), ("return", "/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Page.QuerySelector("#email-w"));
        Assert.Equal(before, await Mails());
    }

    [Fact]
    public async Task A_return_that_no_header_can_say_leads_home() =>
        Assert.Equal("/", (await world.Ruth.Get("/sign-in?return=/%C3%A9t%C3%A9")).Location);

    [Fact]
    public async Task Only_addresses_of_this_host_are_returned_to()
    {
        foreach (var hostile in Corpora.Json("redirects/returnurls.json").EnumerateArray().Select(u => u.GetString()!))
        {
            var email = $"ret{Guid.NewGuid():N}@return.example";
            await world.Register("Returning", email);
            var page = await world.Anyone().Get($"/sign-in?return={Uri.EscapeDataString(hostile)}");
            AssertHere(page.Page.QuerySelector("input[name=return]")!.GetAttribute("value")!, hostile);
            await world.Anyone().Post("/sign-in", ("email", email), ("return", hostile));
            var entered = await world.Anyone().Post(await world.LinkTo(email), ("return", hostile));
            AssertHere(entered.Location, hostile);
        }

        static void AssertHere(string path, string asked)
        {
            Assert.True(Uri.TryCreate(new Uri("http://here.example/x"), path, out var where), asked);
            Assert.True(where is { Host: "here.example", Scheme: "http", Port: 80, UserInfo: "" }, $"{asked} led to {where}");
        }
    }

    [Fact]
    public async Task A_form_from_elsewhere_signs_nobody_in()
    {
        await Ask(world.Anyone(), "ines@millbrook.example");
        var address = await world.LinkTo("ines@millbrook.example");
        var elsewhere = world.Anyone();
        elsewhere.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        elsewhere.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Post(address)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Anyone().Post(address)).Status);
    }

    [Fact]
    public async Task Somebody_elses_link_signs_them_in_and_me_out_of_this_browser()
    {
        var shared = world.Anyone();
        await Enter(shared, "ruth@millbrook.example");
        await Enter(shared, "samir@elsewhere.example");
        var ruth = await world.Read(db => db.The<Person>().SingleAsync(p => p.EmailKey == "ruth@millbrook.example"));
        var newest = await world.Read(db => db.The<Device>().Where(d => d.PersonId == ruth.Id).OrderByDescending(d => d.Id).FirstAsync());
        Assert.NotNull(newest.EndedAt);
    }

    private Task<int> Mails() => world.Read(db => db.The<QueuedMail>().CountAsync());

    private async Task Enter(Visitor visitor, string email)
    {
        await visitor.Post("/sign-in", ("email", email), ("return", "/"));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post(await world.LinkTo(email))).Status);
    }

    private static async Task<Screen> Ask(Visitor visitor, string email, string back = "/")
    {
        var page = await visitor.Get($"/sign-in?return={Uri.EscapeDataString(back)}");
        return await visitor.Submit(page, "/sign-in", ("email", email));
    }

    private static Task<(int Mails, int Links, int Jobs)> Rows(World world) => world.Read(async db =>
        (await db.The<QueuedMail>().CountAsync(), await db.The<CapabilityLink>().CountAsync(), await db.The<OutboxRow>().CountAsync()));

    private static string Token(Screen link) => link.Response.RequestMessage!.RequestUri!.AbsolutePath;

    private static string Blank(Screen page, string email) =>
        System.Text.RegularExpressions.Regex.Replace(page.Text.Replace(email, "·", StringComparison.Ordinal), "nonce=\"[0-9A-F]+\"", "");

    private static IEnumerable<string> SetCookies(Screen screen) =>
        screen.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Where(c => !c.Contains("-sent=", StringComparison.Ordinal)) : [];

    private static string CookieIn(Screen screen) => Assert.Single(SetCookies(screen));
}
