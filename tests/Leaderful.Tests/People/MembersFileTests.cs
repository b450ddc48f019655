using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Tests.Communities.Bringing;
using Leaderful.Tests.Hostile;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.People;

/// <summary>A steward takes the list of members along. No cell of it does anything, and no address is in it.</summary>
public class MembersFileTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_steward_takes_it_along_and_nobody_else_does()
    {
        var page = await world.Ines.Get("/c/millbrook/people");
        var link = page.Page.QuerySelector("a[href='/c/millbrook/people/file']")!;
        var answer = await world.Ines.Client.GetAsync(link.GetAttribute("href"));
        Assert.Equal(("text/csv", "attachment", "millbrook-members.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFF\"Name\",\"Here since\",\"Role\",\"In that role since\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"\"Ines Okoro\",\"{Today}\",\"Steward\",\"{Today}\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"\"Ruth Abara\",\"{Today}\",\"Member\",\"\"\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hanna", text, StringComparison.Ordinal);

        Assert.Null((await world.Ruth.Get("/c/millbrook/people")).Page.QuerySelector("a[href$='/people/file']"));
        foreach (var other in new[] { world.Ruth, world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/c/millbrook/people/file")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get("/c/millbrook/people/file")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_somebody_calls_themselves_is_text_there_and_comes_back_as_it_was()
    {
        var names = HostileTexts.Some.Concat(HostileTexts.Attacks).Concat(["=1+1", "+49 40", "-2", "@SUM(A1)", "＝1", "'=1", "''@x", "Ann;=1", "Ann, -1", "O'Neil"])
            .Select(Clean.Line).Where(n => n.Length is > 0 and <= 80).Distinct(StringComparer.Ordinal).ToList();
        var community = await world.Found(world.Ines, "Odd names", "odd-names");
        await world.Writes.Do(async unit =>
        {
            foreach (var (name, n) in names.Select((name, n) => (name, n)))
                await unit.Join(community.Id, unit.Register(name, string.Create(CultureInfo.InvariantCulture, $"odd{n}@names.example")));
        });
        var file = await world.Ines.Client.GetByteArrayAsync($"{community.Path}/people/file");
        var text = Encoding.UTF8.GetString(file);
        using var reader = CsvReader.FromText(text[1..], CsvReaderOptions.Default with { HasHeader = true });
        var cells = new List<string>();
        while (reader.Read()) cells.Add(reader.GetString(0));
        Assert.Equal(names.Append("Ines Okoro").Order(StringComparer.Ordinal), cells.Select(FormulaGuard.Off).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(cells, c => c is ['=' or '+' or '-' or '@' or '＝', ..]);

        // Somebody writes the addresses beside the names, and brings the list into another community.
        var (other, domain) = (await world.Found(world.Ines, "Odd again", "odd-again"), Lists.NewDomain());
        var lines = text.TrimEnd('\r', '\n').Split("\r\n").Select((line, n) => n == 0 ? $"{line},\"E-mail\"" : string.Create(CultureInfo.InvariantCulture, $"{line},\"p{n}@{domain}\""));
        var list = (await world.Ines.Bring(other, string.Join("\r\n", lines))).ListOf();
        var read = await world.Read(db => db.The<GuestRow>().Where(r => r.ListId == list).Select(r => r.Name).ToListAsync());
        Assert.Equal(names.Append("Ines Okoro").Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    private string Today => world.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
