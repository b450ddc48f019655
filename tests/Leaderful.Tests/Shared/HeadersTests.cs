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
            Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline'; script", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.NotNull(answer.Headers.CacheControl);
            Assert.False(answer.Headers.Contains("Server"));
        }
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
