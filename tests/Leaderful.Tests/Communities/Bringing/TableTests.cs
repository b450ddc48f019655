using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Leaderful.Communities.Bringing;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities.Bringing;

/// <summary>Whatever a spreadsheet wrote is read; what is none is refused with a sentence.</summary>
public class TableTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    public static TheoryData<string, string> Written => new()
    {
        { "utf-8", "," }, { "utf-8-mark", ";" }, { "utf-16", "\t" }, { "utf-16BE", "," }, { "windows-1252", ";" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task However_it_was_written(string encoding, string separator)
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var text = string.Join("\r\n", $"Name{separator}Straße{separator}E-Mail-Adresse", $"Zoë Müller{separator}\"Weg 1{separator} \"\"Hof\"\"\"{separator}zoe@{domain}", $"Øyvind{separator}\"Weg\r\n2\"{separator}oy@{domain}", "");
        byte[] bytes = encoding switch
        {
            "utf-8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => [.. encoding == "utf-8" ? [] : Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)],
        };
        var page = await world.Ines.Follow(await world.Ines.Upload(community, bytes));
        Assert.Equal(2, page.Count("Will be invited"));
        Assert.Equal(["Zoë Müller", "Øyvind"], page.Page.QuerySelectorAll(".items .name").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Pasted_without_names_of_columns()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Follow(await world.Ines.Post($"{community.Path}/bringing", ("text", $"a@{domain}\tAnna\n\n  \nmailto:b@{domain}\tBea\n")));
        Assert.Equal(2, page.Count("Will be invited"));
        Assert.Equal(["Anna", "Bea"], page.Page.QuerySelectorAll(".items .name").Select(n => n.TextContent));
    }

    [Fact]
    public async Task A_first_line_that_names_the_separator_is_no_row()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, $"sep=;\r\nName;Mail\r\nA;a@{domain}\r\n");
        Assert.Equal(1, page.Count("Will be invited"));
    }

    [Fact]
    public async Task A_quotation_mark_that_never_closes_takes_no_other_row_with_it()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, $"Name,Mail\nA,a@{domain}\n\"B,b@{domain}\nC,c@{domain}\nD,d@{domain}\n");
        Assert.Equal((3, 1), (page.Count("Will be invited"), page.Count("Cannot be used")));
        Assert.Contains("never ends", page.Page.QuerySelector("#row-3-email-w")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_with_a_sentence_and_nothing_kept()
    {
        var community = await world.Found();
        var before = await world.Read(db => db.The<GuestList>().CountAsync());
        await Refused([], "Choose a file");
        await Refused([0x50, 0x4B, 3, 4, 0, 0], "not a table of plain text");
        await Refused([0xD0, 0xCF, 0x11, 0xE0, 1], "not a table of plain text");
        await Refused([0x61, 0, 0x62, 0, 0], "not a table of plain text");
        await Refused("\n\n \n"u8.ToArray(), "nothing in it");
        await Refused("Name,Town\nA,B\n"u8.ToArray(), "no e-mail address");
        await Refused(new byte[2_000_001], "more than 2 MB");
        await Refused(Encoding.UTF8.GetBytes(Lists.Csv(5001, "many.example")), "more than 5,000 rows");
        Assert.Equal(before, await world.Read(db => db.The<GuestList>().CountAsync()));

        async Task Refused(byte[] file, string sentence)
        {
            var answer = await world.Ines.Upload(community, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Page.QuerySelector("#file-w")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_pasted_is_kept_when_it_is_refused()
    {
        var community = await world.Found();
        var answer = await world.Ines.Post($"{community.Path}/bringing", ("text", "Anna, Bea and Cem"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Anna, Bea and Cem", answer.Page.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task The_most_there_may_be_are_read()
    {
        var community = await world.Found();
        var page = await world.Ines.Bring(community, Lists.Csv(5000, Lists.NewDomain()));
        Assert.Equal(5000, page.Count("Will be invited"));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_only_words_here()
    {
        var cells = Corpora.Json("csv/injection.json").EnumerateArray().Select(c => c.GetString()!).ToList();
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var lines = cells.Select((c, n) => string.Create(CultureInfo.InvariantCulture, $"{Quoted(c)},p{n}@{domain}")).Concat(cells.Select(c => $"X,{Quoted(c)}"));
        var page = await world.Ines.Bring(community, "Name,Mail\n" + string.Join('\n', lines.Append("\"<img src=x onerror=alert(1)>\",<b>@x")));
        Assert.Equal(cells.Count, page.Count("Will be invited"));
        Assert.Empty(page.Page.QuerySelectorAll("main img, main b, main script"));
        page = await world.Ines.Submit(page, "/rows/omission");
        await world.Ines.Submit(page, "/sending");
        await world.Ended(page.ListOf());
        Assert.Equal(cells.Count, (await world.MailedAt(domain)).Count);

        static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [Fact]
    public async Task Every_file_of_the_corpus_is_read_as_it_should_be()
    {
        var community = await world.Found();
        foreach (var file in Directory.GetFiles(Corpora.PathOf("csv/csvs")))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.Contains((await world.Ines.Upload(community, bytes)).Status, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther });
            var table = Table.Read(TableText.Read(bytes)!);
            // What is said to be expected of the one in Windows' letters is of another row.
            if (Corpora.Json($"csv/json/{Path.GetFileNameWithoutExtension(file)}.json") is not { ValueKind: JsonValueKind.Array } all)
            {
                Assert.Equal(["Modesto", "Stanislaus"], table.Rows.Single().Cells[2..]);
                continue;
            }
            var expected = all.EnumerateArray().ToList();
            Assert.Equal(expected.Count, table.Rows.Count);
            foreach (var (row, wanted) in table.Rows.Zip(expected))
                Assert.Equal(wanted.EnumerateObject().Select(p => Words(p.Value)), row.Cells);
        }

        static string Words(JsonElement value) => string.Join(' ', value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
