using System.Globalization;
using System.Net;
using Leaderful.Circles;
using Leaderful.Communities.Bringing;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared.Forms;
using Leaderful.Tests.Communities.Bringing;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Crawl;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Hostile;

/// <summary>Odd texts in every field people write into: kept as they are or refused on the field, never a failure, and the page stays whole.</summary>
public class NaughtyTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task As_a_title_a_post_and_the_words_of_a_report()
    {
        foreach (var text in HostileTexts.Some)
        {
            var title = Clean.Line(text);
            // What says nothing leaves what the title says.
            var said = Clean.Text(text).Trim() is { Length: > 0 } words ? words : title;
            var answer = await world.Ruth.Post("/c/millbrook/conversations", ("title", text), ("text", text));
            if (Refused(answer, ("title", Clean.Text(text), title.Length is 0 or > Writing.LongestTitle))) continue;
            var path = answer.Location.Split('#')[0];
            var page = await world.Ines.Get(path);
            Assert.Equal(title, page.Heading);
            IsWhole(page, text);
            var id = Id<Conversation>.Parse(path.Split('/')[^1], null);
            Assert.Equal((title, said), ((await world.Find(id)).Title, (await world.Post(id, 1)).Text));
            Assert.Equal(said, (await world.Ruth.Get($"{path}/posts/1/revisions/new")).Page.QuerySelector("textarea")!.TextContent);

            var reported = await world.Post(text, path);
            if (Refused(reported, ("text", Clean.Text(text), Clean.Text(text).Trim().Length is 0 or > 1000))) continue;
            var matter = await world.Ines.Get(reported.Location);
            IsWhole(matter, text);
            Assert.Contains(said, matter.Page.QuerySelectorAll("main blockquote").Select(q => q.TextContent));
        }
        foreach (var path in new[] { "/", "/c/millbrook", "/c/millbrook/conversations", "/c/millbrook/care" }) IsWhole(await world.Ines.Get(path), path);
    }

    [Fact]
    public async Task As_a_line_of_a_portrait()
    {
        var kept = new List<string>();
        foreach (var text in HostileTexts.Some)
        {
            var line = Clean.Line(text);
            var answer = await world.Tove.Post("/me/portrait", ("facet", nameof(Facet.Care)), ("text", text), ("scope", world.Harbour.ScopeId.ToString()), ("reason", text));
            if (answer.Status == HttpStatusCode.UnprocessableEntity) Assert.NotEmpty(answer.Page.QuerySelectorAll("main .wrong"));
            else
            {
                Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
                kept.Add(line);
            }
        }
        var page = await world.Hanna.Get($"/c/harbour/people/{world.Tove.Person.Id}");
        IsWhole(page, "the portrait");
        foreach (var text in kept) Assert.Contains(text, Squeezed(page.Main), StringComparison.Ordinal);
        Assert.True(kept.Count * 4 > HostileTexts.Some.Count * 3, $"Only {kept.Count} were kept.");
        IsWhole(await world.Tove.Get("/me/portrait"), "my portrait");
    }

    [Fact]
    public async Task As_a_circles_name_and_purpose()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in HostileTexts.Some.Chunk(60))
        {
            var who = await world.Register("Wen Li", $"{Guid.NewGuid():N}@hostile.example");
            await world.Join(who, world.Harbour);
            foreach (var text in some)
            {
                var answer = await who.Post("/c/harbour/circles", ("name", text), ("purpose", text), ("joining", "Open"));
                if (answer.Status == HttpStatusCode.UnprocessableEntity)
                {
                    Assert.NotEmpty(answer.Page.QuerySelectorAll("main .wrong"));
                    Assert.Equal(Clean.Text(text), answer.Page.QuerySelector("#name")!.GetAttribute("value"));
                    continue;
                }
                Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
                var page = await who.Get(answer.Location);
                Assert.Equal(Clean.Line(text), page.Heading);
                IsWhole(page, text);
                taken.Add(Clean.Line(text));
            }
        }
        var names = await world.Read(db => db.The<Circle>().Where(c => c.CommunityId == world.Harbour.Id).Select(c => c.Name).ToListAsync());
        Assert.Superset(taken, names.ToHashSet(StringComparer.Ordinal));
        IsWhole(await world.Hanna.Get("/c/harbour/circles"), "the circles");
    }

    [Fact]
    public async Task As_what_somebody_looks_for()
    {
        foreach (var text in HostileTexts.Some.Concat(HostileTexts.Attacks))
            foreach (var place in new[] { "/search", "/c/millbrook/search", "/c/millbrook/people" })
            {
                var page = await world.Ruth.Get($"{place}?q={Uri.EscapeDataString(text)}");
                Assert.True(page.Status == HttpStatusCode.OK, $"{(int)page.Status} from {place} for {text}");
                IsWhole(page, text);
            }
    }

    [Fact]
    public async Task As_the_cells_of_a_list_of_people()
    {
        var (domain, texts) = (Lists.NewDomain(), HostileTexts.Naughty.Where(t => !t.Contains('\0', StringComparison.Ordinal)).ToList());
        var rows = texts.Select((t, n) => string.Create(CultureInfo.InvariantCulture, $"{Cell(t)},p{n}@{domain}\n{Cell($"Address {n}")},{Cell(t)}\n"));
        var page = await world.Ines.Bring(world.Millbrook, "Name,E-mail\n" + string.Concat(rows));
        IsWhole(page, "the list");
        var list = page.ListOf();
        var kept = await world.Read(db => db.The<GuestRow>().Where(r => r.ListId == list && r.EmailKey != null && r.Email.EndsWith(domain)).ToDictionaryAsync(r => r.Email, r => r.Name));
        foreach (var (text, n) in texts.Select((t, n) => (t, n)))
            if (kept.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"p{n}@{domain}"), out var name)) Assert.Equal(Clean.Line(text), name);
        Assert.True(kept.Count * 10 > texts.Count * 8, $"Only {kept.Count} were kept.");
        var wrong = page.Page.QuerySelectorAll("input[name$=-email]").Select(i => i.GetAttribute("name")!).ToList();
        var again = await world.Ines.Submit(page, "/rows", [.. wrong.Zip(HostileTexts.Attacks, (field, text) => (field, text))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        IsWhole(again, "the list again");
        foreach (var raw in HostileTexts.Attacks)
            Assert.True((int)(await world.Ines.Upload(world.Millbrook, raw)).Status is 422 or 303, raw);
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether it was refused, each on its field with what was typed kept; it must be where it has to.</summary>
    private static bool Refused(Screen answer, params (string Field, string Typed, bool Must)[] fields)
    {
        if (fields.All(f => !f.Must))
        {
            Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{(int)answer.Status} for {fields[0].Typed}");
            return false;
        }
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{(int)answer.Status} for {fields[0].Typed}");
        foreach (var (field, typed, must) in fields)
        {
            Assert.Equal(must, answer.Page.QuerySelector($"#{field}-w")?.TextContent.Length > 0);
            var input = answer.Page.QuerySelector($"#{field}")!;
            Assert.Equal(typed, input.GetAttribute("value") ?? input.TextContent);
        }
        return true;
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void IsWhole(Screen page, string what)
    {
        var broken = PageRules.Broken(page, missing: false).Where(b => page.Status != HttpStatusCode.UnprocessableEntity || !b.StartsWith("answers", StringComparison.Ordinal)).ToList();
        Assert.True(broken.Count == 0, $"{what}: {string.Join('\n', broken)}");
        Assert.NotNull(page.Page.QuerySelector("main"));
        Assert.True(page.Page.QuerySelector("script:not([nonce]):not([src]), iframe, object, embed, base") is null, what);
    }
}

file static class Reporting
{
    /// <summary>Tends nothing, wrote nothing, reads it.</summary>
    private static Visitor? reporter;

    public static async Task<Screen> Post(this World world, string text, string path)
    {
        if (reporter is null) await world.Join(reporter = await world.Register("Joss Penhale", "joss@hostile.example"), world.Millbrook);
        return await reporter.Post($"{path}/posts/1/reports", ("agreement", "else"), ("text", text));
    }
}
