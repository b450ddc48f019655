using Xunit;

namespace Leaderful.Tests.Shared;

/// <summary>Errors are answers too: every response has the headers that keep readers safe.</summary>
public class HeadersTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/c/millbrook")]
    [InlineData("/c/no-such-community")]
    [InlineData("/fonts/literata-latin-opsz-normal.woff2")]
    public async Task Every_answer_is_safe_to_show(string path)
    {
        foreach (var visitor in new[] { world.Anyone(), world.Ines, world.Samir })
        {
            var answer = (await visitor.Get(path)).Response;
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("worker-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline'; script", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.NotNull(answer.Headers.CacheControl);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("/?v=1")]
    [InlineData("/me?v=1")]
    [InlineData("/c/millbrook/people?v=1")]
    [InlineData("/sign-in?v=1")]
    public async Task No_mark_in_an_address_makes_a_page_one_that_may_be_kept(string path)
    {
        foreach (var visitor in new[] { world.Anyone(), world.Ines })
            Assert.True((await visitor.Get(path)).Response.Headers.CacheControl!.NoStore, path);
    }

    [Theory]
    [InlineData("/fonts/literata-latin-opsz-normal.woff2")]
    [InlineData("/icons.svg?v=1")]
    public async Task What_looks_the_same_to_everybody_is_kept_for_good(string path)
    {
        var kept = (await world.Anyone().Get(path)).Response.Headers.CacheControl!;
        Assert.True(kept is { Public: true, MaxAge.TotalDays: 365 }, path);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 1100)]
    [InlineData("multipart/form-data", 1)]
    [InlineData("multipart/form-data; boundary=torn", 1)]
    public async Task A_form_that_cannot_be_read_is_not_our_failure(string type, int fields)
    {
        using var torn = new StringContent(string.Join('&', Enumerable.Range(0, fields).Select(n => $"a{n}=1")));
        torn.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await world.Ines.Client.PostAsync("/me", torn)).StatusCode);
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own()
    {
        var first = (await world.Ines.Get("/")).Response.Headers.GetValues("Content-Security-Policy").Single();
        var second = (await world.Ines.Get("/")).Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var client = world.Anyone().Client;
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "none"), ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("X-Nothing", "at all") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add(name, value);
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task A_form_from_our_own_page_is_taken_where_the_browser_only_says_its_origin()
    {
        var client = world.Anyone().Client;
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Origin", "http://localhost");
        Assert.NotEqual(System.Net.HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }
}
