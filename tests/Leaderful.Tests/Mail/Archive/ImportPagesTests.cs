using System.Net;
using Leaderful.Communities;
using Leaderful.Mail.Archive;
using Xunit;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>Stewards see what came of an archive, and get what could not be read; nobody else does.</summary>
public class ImportPagesTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_steward_sees_what_was_brought_in_and_what_was_not()
    {
        var import = await Import();
        var list = await world.Ines.Get("/c/millbrook/imports");
        Assert.Contains(import.FileName, list.Main, StringComparison.Ordinal);
        var page = await world.Ines.Get($"/c/millbrook/imports/{import.Id}");
        Assert.Equal(import.FileName, page.Heading);
        Assert.Contains("none of the lines a mail begins with", page.Main, StringComparison.Ordinal);
        var bytes = await world.Ines.Client.GetAsync(page.Page.QuerySelector("a[href$='/unread/1']")!.GetAttribute("href"));
        Assert.Equal("\0 no mail\n", await bytes.Content.ReadAsStringAsync());
        Assert.Equal("attachment", bytes.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", bytes.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var import = await Import();
        foreach (var path in new[] { "/c/millbrook/imports", $"/c/millbrook/imports/{import.Id}", $"/c/millbrook/imports/{import.Id}/unread/1" })
        {
            foreach (var other in new[] { world.Ruth, world.Hanna, world.Tove, world.Samir })
                Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.StartsWith("/sign-in", (await world.Anyone().Get(path)).Location, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/imports/{import.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/imports/{import.Id}/unread/1")).Status);
    }

    [Fact]
    public async Task Without_any_the_page_says_how()
    {
        var page = await world.Hanna.Get("/c/harbour/imports");
        Assert.Contains("bin/run import-mail FILE --community harbour", page.Main, StringComparison.Ordinal);
    }

    private Task<MailImport> Import() => world.BringIn(world.Millbrook, "\0 no mail\n"u8.ToArray());
}
