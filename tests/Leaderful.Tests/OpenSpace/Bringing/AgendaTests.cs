using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Bringing;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Bringing;

/// <summary>An agenda made elsewhere hangs on the wall, whole or not at all; and a wall is taken along.</summary>
public partial class AgendaTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Two = "Day,From,To,Room,Topic,Host,About\n2027-03-06,13:00,14:00,Yard,Keys,Bea Lindqvist,Who has them\n2027-03-06,13:00,14:00,Attic,Soup,Old Tom,\n";

    [Fact]
    public async Task A_table_is_looked_at_first_and_then_hangs_there_and_goes_as_one()
    {
        var id = await world.Space();
        var page = await Look(world.Ruth, id, Two);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2 new topics, 1 new time, 2 new places.", page.Main, StringComparison.Ordinal);
        Assert.Empty((await world.Board(id)).Slips);
        var wall = await Bring(world.Ruth, page);
        var board = await world.Board(id);
        Assert.Equal([("Keys", "Bea Lindqvist", true, "Yard", "Who has them"), ("Soup", "Old Tom", false, "Attic", "")], board.Slips.Select(s => (s.Title, s.Convener, s.ConvenerId is not null, board.Place(s)!.Name, s.Why)));
        Assert.Equal(("13:00", 60), (Hour.Text(board.Slots.Single().Begins), board.Slots.Single().Minutes));
        var undone = await world.Ruth.Submit(wall, "/deletion");
        board = await world.Board(id);
        Assert.Equal((0, 0, 2), (board.Slots.Count, board.Places.Count, board.Slips.Count(s => s.DeletedAt is not null)));
        await world.Ruth.Submit(undone, "/restoration");
        board = await world.Board(id);
        Assert.Equal((1, 2, 2), (board.Slots.Count, board.Places.Count, board.Slips.Count(board.Hangs)));
    }

    [Fact]
    public async Task Only_whoever_holds_the_space_brings_one_or_takes_it_down()
    {
        var id = await world.Space();
        await Bring(world.Ruth, await Look(world.Ruth, id, Two));
        var brought = await world.Read(db => db.The<BroughtAgenda>().Where(a => a.SpaceId == id).Select(a => a.Id).SingleAsync());
        foreach (var other in new[] { world.Bea, world.Hanna, world.Tove, world.Samir, await world.Guest(id), world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{Spaces.Wall(id)}/import")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await other.Post($"{Spaces.Wall(id)}/import", ("text", Two.Replace("Keys", "Theirs", StringComparison.Ordinal)), ("bring", "yes"))).Status);
            await other.Post($"{Spaces.Wall(id)}/import/{brought}/deletion");
        }
        Assert.Equal(2, (await world.Board(id)).Slips.Count(s => s.DeletedAt is null));
        var elsewhere = await world.Space();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Spaces.Wall(elsewhere)}/import/{brought}/deletion")).Status);
    }

    [Fact]
    public async Task What_is_there_is_used_again_and_nothing_hangs_twice()
    {
        var id = await world.Open(world.Ruth);
        var text = "day,begins,minutes,place,title\n2027-03-06,10:00,50,LIBRARY,Keys\n2027-03-06,10:00,50,Library,Keys\n2027-03-06,12:00,50,Gym,Soup\n";
        var page = await Look(world.Ruth, id, text);
        Assert.Contains("2 new topics, 1 new time, no new place.", page.Main, StringComparison.Ordinal);
        Assert.Contains("brought once", page.Main, StringComparison.Ordinal);
        var slip = await Bring(world.Ruth, page) is not null ? (await world.Board(id)).Slips.Single(s => s.Title == "Soup") : null;
        Assert.Equal((3, 2, 2), ((await world.Board(id)).Slots.Count, (await world.Board(id)).Places.Count, (await world.Board(id)).Slips.Count));
        var again = await Look(world.Ruth, id, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("hangs there already", again.Main, StringComparison.Ordinal);
        Assert.Null(again.Page.QuerySelector("[name=bring]"));
        // Somebody else's topic keeps the time it hangs at, whatever is taken back.
        var board = await world.Board(id);
        await world.Post(world.Bea, id, "Hers", (board.Slots.ToList().FindIndex(s => s.Id == slip!.SlotId), 0));
        var brought = await world.Read(db => db.The<BroughtAgenda>().Where(a => a.SpaceId == id).Select(a => a.Id).SingleAsync());
        await world.Ruth.Post($"{Spaces.Wall(id)}/import/{brought}/deletion");
        board = await world.Board(id);
        Assert.True(board.Hangs(board.Slips.Single(s => s.Title == "Hers")));
        Assert.Equal((3, 2), (board.Slots.Count, board.Places.Count));
    }

    [Theory]
    [InlineData("soon,13:00,14:00,Yard,Keys", "its day cannot be read: “soon”")]
    [InlineData("2027-02-30,13:00,14:00,Yard,Keys", "its day cannot be read: “2027-02-30”")]
    [InlineData("2027-03-06,25:00,14:00,Yard,Keys", "when it begins: “25:00”")]
    [InlineData("2027-03-06,13:00,noon,Yard,Keys", "when it ends: “noon”")]
    [InlineData("2027-03-06,13:00,13:00,Yard,Keys", "from 5 minutes to 12 hours")]
    [InlineData("2027-03-06,13:00,12:00,Yard,Keys", "from 5 minutes to 12 hours")]
    [InlineData("2027-03-06,15:00,,Yard,Keys", "nothing says how long")]
    [InlineData("2027-03-06,13:00,14:00,Yard,", "the topic has no title", "Somebody")]
    [InlineData("2027-03-06,13:00,14:00,Yard,\"Keys", "quotation mark")]
    public async Task What_is_wrong_is_said_by_row_and_nothing_of_it_hangs_there(string row, string said, string host = "")
    {
        var id = await world.Space();
        var text = $"day,begins,ends,place,title,host\n2027-03-06,09:00,10:00,Attic,Right,\n{row}{(host.Length > 0 ? $",{host}" : "")}\n";
        var page = await Look(world.Ruth, id, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Row 3:", page.Main, StringComparison.Ordinal);
        Assert.Contains(said, page.Main, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("[name=bring]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Spaces.Wall(id)}/import", ("text", text), ("bring", "yes"))).Status);
        var board = await world.Board(id);
        Assert.Equal((0, 0, 0), (board.Slots.Count, board.Places.Count, board.Slips.Count));
    }

    [Fact]
    public async Task Past_midnight_over_each_other_at_one_spot_and_half_placed_are_said_and_brought()
    {
        var id = await world.Space();
        var page = await Look(world.Ruth, id, "day;begins;ends;place;title\n2027-03-06;23:00;01:00;Yard;Night\n2027-03-06;23:30;23:45;Yard;Between\n2027-03-06;23:00;01:00;Yard;Same spot\n2027-03-06;23:00;01:00;;No place\n;;;;Nowhere\n");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var said in (string[])["run into each other: 23:00–01:00, 23:30–23:45", "same time and place as 2", "waits in the tray"]) Assert.Contains(said, page.Main, StringComparison.Ordinal);
        await Bring(world.Ruth, page);
        var board = await world.Board(id);
        Assert.Equal((2, 5, 2), (board.Slots.Count, board.Slips.Count, board.Tray.Count));
        Assert.Equal(new DateTime(2027, 3, 7, 1, 0, 0), board.Slots[0].Ends);
    }

    [Fact]
    public async Task Columns_that_are_called_otherwise_are_chosen()
    {
        var id = await world.Space();
        var page = await Look(world.Ruth, id, "a,b\nKeys,Yard\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Choose one", page.Main, StringComparison.Ordinal);
        page = await world.Ruth.Submit(page, "/import", ("title", "0"), ("place", "1"));
        await Bring(world.Ruth, page);
        Assert.Equal("Keys", Assert.Single((await world.Board(id)).Slips).Title);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_a_sentence()
    {
        var id = await world.Space();
        await Refused([], "Choose a file");
        await Refused(new byte[10_000_000], "more than 1 MB");
        await Refused([0x50, 0x4B, 3, 4, 0, 0], "not plain text");
        await Refused([0x61, 0, 0x62, 0, 0], "not plain text");
        await Refused("day,title\n\n"u8.ToArray(), "nothing in it");
        await Refused(Encoding.UTF8.GetBytes("title\n" + string.Concat(Enumerable.Range(0, 10_000).Select(n => $"T{n}\n"))), "more than 500 rows");
        foreach (var json in (string[])["{", "[]", "{}", """{"sessions":3}""", """{"slots":[]""" + new string('[', 5000)]) await Refused(Encoding.UTF8.GetBytes(json), "none we can read");

        async Task Refused(byte[] file, string sentence)
        {
            var answer = await Upload(world.Ruth, id, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Page.QuerySelector("#file-w")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_json_says_is_read_or_said_and_never_breaks()
    {
        var id = await world.Space();
        foreach (var json in (string[])["""{"sessions":[null,3,[],{"title":"\ud800"},{"title":{"x":1}}]}""", """{"slots":["x",null,{"day":1}],"rooms":[null,{}]}""", """{"sessions":[{"title":"Keys","slot":"2027-03-06 13:00"}]}"""])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Look(world.Ruth, id, json)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Look(world.Ruth, id, JsonSerializer.Serialize(new { rooms = Enumerable.Range(0, 61).Select(n => $"Room {n}") }))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Look(world.Ruth, id, JsonSerializer.Serialize(new { sessions = Enumerable.Range(0, 10_000).Select(n => new { title = $"T{n}" }) }))).Status);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task However_it_was_written(string encoding)
    {
        var id = await world.Space();
        var code = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        await Bring(world.Ruth, await Upload(world.Ruth, id, [.. code.GetPreamble(), .. code.GetBytes("Titel;Raum\r\nSchlüssel;Küche\r\n")]));
        Assert.Equal("Schlüssel", Assert.Single((await world.Board(id)).Slips).Title);
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_only_words_and_leave_guarded()
    {
        var cells = Corpora.Json("csv/injection.json").EnumerateArray().Select(c => c.GetString()!).ToList();
        var id = await world.Space();
        var page = await Look(world.Ruth, id, "title,description\n" + string.Join('\n', cells.Select((c, n) => $"{n}. x,\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").Append("<img src=x onerror=alert(1)>,x")));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("main img, main script"));
        await Bring(world.Ruth, page);
        Assert.Equal(cells.Count + 1, (await world.Board(id)).Slips.Count);
        await world.Post(world.Bea, id, "=HYPERLINK(\"x\")");
        var csv = await world.Bea.Get($"{Spaces.Wall(id)}/export.csv");
        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK", csv.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_the_corpus_is_answered()
    {
        var id = await world.Space();
        foreach (var file in Directory.GetFiles(Corpora.PathOf("csv/csvs")))
            Assert.Contains((await Upload(world.Ruth, id, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))).Status, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK });
        Assert.Empty((await world.Board(id)).Slips);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_wall_that_is_taken_along_hangs_elsewhere(string kind)
    {
        var (id, other) = (await world.Open(world.Ruth), await world.Space());
        foreach (var (title, at) in (((string, (int, int)?)[])[("Keys", (0, 1)), ("Soup", (1, 0)), ("Waits", null)])) await world.Post(world.Bea, id, title, at);
        var file = await world.Bea.Get($"{Spaces.Wall(id)}/export.{kind}");
        await Bring(world.Ruth, await Look(world.Ruth, other, file.Text));
        var (there, here) = (await world.Board(id), await world.Board(other));
        Assert.Equal(Said(there), Said(here));
        Assert.Equal(there.Places.Select(p => p.Name).Order(), here.Places.Select(p => p.Name).Order());
        foreach (var stranger in new[] { world.Hanna, world.Tove, world.Samir, await world.Guest(id), world.Anyone() })
            Assert.NotEqual(HttpStatusCode.OK, (await stranger.Get($"{Spaces.Wall(id)}/export.{kind}")).Status);

        static List<string> Said(Board board) => [.. board.Slips.Select(s => $"{s.Title} {s.Convener} {(board.Hangs(s) ? $"{board.Slot(s)!.Begins:s} {board.Place(s)!.Name}" : "")}")];
    }

    /// <summary>A real conference: its agenda as its organisers keep it, in a language of programmers.</summary>
    [Fact]
    public async Task A_day_of_breakouts_hangs_there_whole()
    {
        var written = Corpora.Text("../data/w3c_breakouts_2024.mjs");
        var sessions = JsonSerializer.Deserialize<JsonElement>(written[(written.IndexOf("sessions:", StringComparison.Ordinal) + 9)..(written.LastIndexOf(']') + 1)]);
        var agenda = new
        {
            slots = Quoted().Matches(List("slots")).Select(m => m.Groups["text"].Value).ToList(),
            places = Quoted().Matches(List("rooms")).Select(m => m.Groups["text"].Value).ToList(),
            sessions = sessions.EnumerateArray().Select(s => new { title = Of(s, "title"), convener = Of(s, "author"), description = Of(s, "body"), slot = Of(s, "slot"), place = Of(s, "room") }).ToList(),
        };
        var id = await world.Space();
        await Bring(world.Ruth, await Upload(world.Ruth, id, JsonSerializer.SerializeToUtf8Bytes(agenda)));
        var board = await world.Board(id);
        Assert.Equal((19, 4, 7), (board.Slips.Count, board.Slots.Count, board.Places.Count));
        Assert.Empty(board.Tray);
        var wall = await world.Bea.Get(Spaces.Wall(id));
        Assert.Equal(19, wall.Page.QuerySelectorAll(".cell .slip").Length);
        Assert.Empty(wall.Page.QuerySelectorAll(".clash"));

        string List(string name) => written[written.IndexOf($"{name}: [", StringComparison.Ordinal)..].Split(']')[0];

        static string Of(JsonElement session, string name) => session.GetProperty(name).GetString()!;
    }

    [GeneratedRegex("'(?<text>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [Fact]
    public async Task Half_a_character_in_a_name_of_a_json_file_is_passed_over()
    {
        var id = await world.Space();
        var page = await Look(world.Ruth, id, """{"\ud800": 1, "sessions": [{"\udc00": 2, "title": "Whole"}]}""");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await Bring(world.Ruth, page);
        Assert.Equal("Whole", Assert.Single((await world.Board(id)).Slips).Title);
    }

    private static Task<Screen> Look(Visitor who, Id<Space> id, string text) => Upload(who, id, Encoding.UTF8.GetBytes(text));

    private static async Task<Screen> Upload(Visitor who, Id<Space> id, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "agenda.csv" }, { new StringContent(""), "text" } };
        return await Screen.Of(await who.Client.PostAsync($"{Spaces.Wall(id)}/import", form, TestContext.Current.CancellationToken));
    }

    /// <summary>Says yes to what was looked at.</summary>
    private static async Task<Screen> Bring(Visitor who, Screen looked)
    {
        Assert.NotNull(looked.Page.QuerySelector("[name=bring]"));
        var answer = await who.Post(looked.FormTo("/import"), [.. looked.FieldsOf("/import", []), ("bring", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await who.Follow(answer);
    }
}
