using Leaderful.Live;
using Leaderful.Mail;
using Leaderful.Mime;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Crawl.Canaries;

/// <summary>
/// A canary in every private place. Everybody walks every page they are led to, types every address there is, searches for every
/// canary, listens to every stream and reads their mail: each reads what is theirs, and nobody anything else.
/// </summary>
public class CanaryTests(CanaryWorld world) : IClassFixture<CanaryWorld>
{
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> streams = new(StringComparer.Ordinal);

    private IEnumerable<(string Name, Visitor Who)> Everybody => world.Cast.Select(c => (c.Key, c.Value)).Append(("anyone", world.Anyone()));

    [Fact]
    public async Task Nobody_comes_upon_what_is_not_theirs_and_everybody_upon_what_is()
    {
        foreach (var (name, who) in Everybody) await Walk(name, who);
        paths.UnionWith(await Addresses.All(world));
        foreach (var (name, who) in Everybody)
        {
            foreach (var path in paths) await Type(name, who, path);
            foreach (var canary in world.Cage.All) await Search(name, who, canary);
        }
        foreach (var stream in streams) await Listen(stream);
        await ReadMail();

        var wrong = world.Cage.Betrayed().Concat(world.Cage.Missed()).Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(streams.Count >= 4, "There was too little to listen to.");
    }

    private async Task Walk(string name, Visitor who)
    {
        await foreach (var (path, screen) in new Crawler(who, "en").From("/", "/c/millbrook", "/c/harbour", $"/c/{world.HiddenSlug}", "/communities", "/me/portrait", "/me/valuable"))
        {
            paths.Add(path);
            world.Cage.Look(name, path, screen.Text);
            foreach (var live in screen.Page.QuerySelectorAll("[data-live]")) streams.Add(live.GetAttribute("data-live")!);
        }
    }

    private async Task Type(string name, Visitor who, string path)
    {
        using var answer = await who.Client.GetAsync(path);
        Assert.True((int)answer.StatusCode < 500, $"{name} got {(int)answer.StatusCode} from {path}");
        world.Cage.Look(name, path, await answer.Content.ReadAsStringAsync());
        world.Cage.Look(name, path, $"{answer.Headers}\n{answer.Content.Headers}");
    }

    private async Task Search(string name, Visitor who, Canary canary)
    {
        foreach (var place in new[] { "/search", "/c/millbrook/search", "/c/harbour/search", "/c/millbrook/people", "/c/harbour/people", "/c/millbrook/assets", "/c/harbour/assets" })
            await Type(name, who, $"{place}?q={canary.Beginning}");
    }

    /// <summary>Everybody asks for every stream by the name it was signed with, as though somebody had passed it on.</summary>
    private async Task Listen(string stream)
    {
        var page = await world.Anyone().Get("/");
        foreach (var (name, who) in Everybody)
        {
            await using var watcher = await Watcher.Ask(who, page, $"{stream}@0");
            if (watcher.Response.Content.Headers.ContentType?.MediaType != "text/event-stream") continue;
            for (var n = 0; n < 3 && watcher.Changes.Count == 0; n++)
            {
                await world.Services.GetRequiredService<LiveHub>().Beat();
                await watcher.Next();
            }
            foreach (var change in watcher.Changes) world.Cage.Look(name, $"/live?s={change.Stream}", change.Html);
        }
    }

    private async Task ReadMail()
    {
        var owners = world.Cast.ToDictionary(c => c.Value.Person.Email, c => c.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var mail in await world.Read(db => db.The<QueuedMail>().ToListAsync()))
            Look(mail.To, string.Join('\n', mail.Subject, mail.FromName, mail.Text, mail.Html));
        foreach (var file in Directory.EnumerateFiles(world.Services.GetRequiredService<Settings>().MailFolder, "*.eml"))
        {
            var mail = MailMessage.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Look(mail.To[0].Address, string.Join('\n', mail.Subject, mail.From[0].ToString(), mail.Body.Plain, mail.Body.Html));
        }

        // Somebody without an account knows their own address.
        void Look(string to, string text) => world.Cage.Look(owners.GetValueOrDefault(to, "anyone"), $"a mail to {to}", text);
    }
}
