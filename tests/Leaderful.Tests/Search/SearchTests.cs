using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Search;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Search;

public class SearchTests(World world) : IClassFixture<World>
{
    private const string Here = "/c/millbrook/search";

    [Theory]
    [InlineData("schlus")]
    [InlineData("SCHLÜSSEL")]
    [InlineData("pförtner schlüss")]
    [InlineData("schlussel gartenraum")]
    [InlineData("\"Schlüssel zum Gartenraum\"")]
    public async Task Somebody_finds_what_was_said_by_how_a_word_begins(string words)
    {
        if ((await Find(world.Ines, "Gartenraum")).Length == 0)
        {
            await world.Ruth.Post("/c/millbrook/conversations", ("title", "Abends"), ("text", "Der **Schlüssel** zum Gartenraum & <i>sonst</i> nichts liegt beim Pförtner."));
        }
        var page = await world.Ines.Get($"{Here}?q={Uri.EscapeDataString(words)}");
        var found = Assert.Single(page.Page.QuerySelectorAll(".found"));
        Assert.Equal("Abends", found.QuerySelector(".name")!.TextContent.Trim());
        Assert.Contains("Schlüssel", found.QuerySelectorAll(".read mark").Select(m => m.TextContent));
        Assert.Contains("nichts liegt", found.QuerySelector(".read")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", found.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(found.QuerySelector(".meta time"));
        var post = await world.Ines.Follow(await world.Ines.Get(found.QuerySelector(".name a")!.GetAttribute("href")!));
        Assert.Equal("Abends", post.Heading);
        foreach (var (other, path) in new[] { (world.Hanna, "/search"), (world.Hanna, "/c/harbour/search"), (world.Tove, "/search"), (world.Samir, "/search") })
            await FindsNothing(other, words, path);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{Here}?q={Uri.EscapeDataString(words)}")).Status);
    }

    [Theory]
    [InlineData("Ключи от сада", "ключ")]
    [InlineData("Ключик у двери", "klyuchik")]
    [InlineData("Smørrebrød om natten", "smorre")]
    [InlineData("Straßenfest mit Ærø", "strasse aero")]
    [InlineData("Ένα κλειδί", "κλειδι")]
    [InlineData("مفتاح الحديقة", "مفتاح")]
    [InlineData("鍵は庭にあります", "鍵は")]
    public async Task Any_alphabet_is_found_by_its_letters(string text, string words)
    {
        await world.Begin(world.Ines, "Letters", text);
        Assert.Contains("Letters", await Find(world.Ruth, words));
        await FindsNothing(world.Hanna, words);
    }

    [Fact]
    public async Task All_words_must_be_there_and_words_in_quotes_follow_one_another()
    {
        await world.Begin(world.Ines, "One", "The heron walks before the willow.");
        await world.Begin(world.Ines, "Two", "The willow stands before any heron walks.");
        Assert.Equal(["One", "Two"], (await Find(world.Ruth, "heron willow")).Order(StringComparer.Ordinal));
        Assert.Empty(await Find(world.Ruth, "heron bittern"));
        Assert.Equal(["One"], await Find(world.Ruth, "\"before the willow\""));
        Assert.Empty(await Find(world.Ruth, "\"the willo\""));
        Assert.Equal(["Two"], await Find(world.Ruth, "\"heron walks\" stands"));
    }

    [Fact]
    public async Task A_conversation_is_found_by_its_title_and_results_are_narrowed()
    {
        await world.Begin(world.Ines, "Whose is the wheelbarrow?", "It stood in the rain.");
        await world.Begin(world.Ines, "Rain", "Somebody left the wheelbarrow out, the blue one, all week, and the handle is loose.");
        await Say(world.Ruth, "I lend a wheelbarrow", world.Millbrook.ScopeId);
        Assert.Equal("Whose is the wheelbarrow?", (await Find(world.Ruth, "wheelbarrow"))[0]);
        Assert.Equal(3, (await Find(world.Ines, "wheelbarrow")).Length);
        Assert.Equal(["Whose is the wheelbarrow?"], await Find(world.Ines, "wheelbarrow", "/search?kind=conversations"));
        Assert.Equal(["Rain"], await Find(world.Ines, "wheelbarrow", $"{Here}?kind=posts"));
        Assert.Equal(["Ruth Abara"], await Find(world.Ines, "wheelbarrow", $"{Here}?kind=people"));
        Assert.Equal(3, (await Find(world.Ines, "wheelbarrow", "/search?in=millbrook")).Length);
        var both = await world.Register("Bea Both", "bea@search.example");
        await world.Join(both, world.Millbrook);
        await world.Join(both, world.Harbour);
        Assert.Equal(3, (await Find(both, "wheelbarrow", "/search")).Length);
        Assert.Empty(await Find(both, "wheelbarrow", "/search?in=harbour"));
        Assert.Empty(await Find(both, "wheelbarrow", "/c/harbour/search"));
    }

    [Fact]
    public async Task A_portrait_is_found_by_whom_each_entry_was_opened_to()
    {
        var wen = await world.Register("Wen Portrait", "wen@search.example");
        await world.Join(wen, world.Millbrook);
        await Say(wen, "Beekeeping for me alone", wen.Person.ScopeId);
        await Say(wen, "Beekeeping with neighbours", world.Millbrook.ScopeId);
        await Say(wen, "Beekeeping anywhere", Scope.Network);
        Assert.Equal(3, (await Find(wen, "beekeeping", "/search")).Length);
        Assert.Equal(2, (await Find(world.Ines, "beekeeping", "/search")).Length);
        Assert.Equal(["Wen Portrait"], await Find(world.Samir, "beekeeping", "/search"));
        Assert.Empty(await Find(world.Ines, "alone", "/search"));
        Assert.Empty(await Find(world.Hanna, "neighbours", "/search"));
        Assert.Empty(await Find(world.Hanna, "beekeeping", "/c/harbour/search"));
        var page = await world.Samir.Get("/search?q=beekeeping");
        Assert.Equal(HttpStatusCode.OK, (await world.Samir.Get(page.Page.QuerySelector(".found a")!.GetAttribute("href")!)).Status);

        await wen.Post("/c/millbrook/leaving");
        Assert.Equal(["Wen Portrait"], await Find(world.Ines, "beekeeping", "/search"));
        Assert.Empty(await Find(world.Ines, "beekeeping"));
    }

    [Fact]
    public async Task An_entry_that_is_closed_again_or_taken_back_is_found_no_more()
    {
        var entry = await world.Writes.Do(unit => Task.FromResult(unit.Portray(world.Ruth.Person.Id, world.Ruth.Person.ActorId, Facet.Offer, new Opening("I mend clarinets", world.Millbrook.ScopeId, "to share"))));
        Assert.Single(await Find(world.Ines, "clarinet"));
        await world.Ruth.Post($"/me/portrait/{entry}", ("text", "I mend oboes"), ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "so"));
        Assert.Empty(await Find(world.Ines, "clarinet"));
        Assert.Single(await Find(world.Ines, "oboe"));
        await world.Ruth.Post($"/me/portrait/{entry}/deletion");
        Assert.Empty(await Find(world.Ines, "oboe"));
        await world.Ruth.Post($"/me/portrait/{entry}/restoration");
        Assert.Single(await Find(world.Ines, "oboe"));
        await world.Ruth.Post($"/me/portrait/{entry}", ("text", "I mend oboes"), ("scope", world.Ruth.Person.ScopeId.ToString()), ("reason", ""));
        Assert.Empty(await Find(world.Ines, "oboe"));
        Assert.Single(await Find(world.Ruth, "oboe"));
    }

    [Fact]
    public async Task Other_words_are_found_instead_of_those_before()
    {
        var id = await world.Begin(world.Ines, "Before", "We meet at the lighthouse.");
        await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Which lighthouse keeper?"));
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/revisions", ("text", "Which windmill?"));
        Assert.Equal(["Before"], await Find(world.Ruth, "lighthouse"));
        Assert.Empty(await Find(world.Ruth, "keeper"));
        Assert.Equal(["Before"], await Find(world.Ruth, "windmill"));
        await world.Ines.Post($"{Talk.Path(id)}/title", ("title", "Afterwards"));
        Assert.Equal(["Afterwards"], await Find(world.Ruth, "lighthouse"));
        Assert.Empty(await Find(world.Ruth, "before", $"{Here}?kind=conversations"));
        Assert.Equal(["Afterwards"], await Find(world.Ruth, "afterw"));
    }

    [Fact]
    public async Task What_is_taken_down_is_found_by_nobody_and_again_once_it_is_put_back()
    {
        var id = await world.Begin(world.Ines, "About quinces", "One quince tree.");
        await world.Reply(world.Ruth, id, "Two quince trees.");
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/deletion");
        foreach (var who in new[] { world.Ines, world.Ruth }) Assert.Equal(2, (await Find(who, "quince")).Length);
        await world.Ines.Post($"{Talk.Path(id)}/deletion");
        foreach (var who in new[] { world.Ines, world.Ruth }) await FindsNothing(who, "quince");
        await world.Ines.Post($"{Talk.Path(id)}/restoration");
        Assert.Equal(2, (await Find(world.Ruth, "quince")).Length);
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/restoration");
        Assert.Equal(3, (await Find(world.Ines, "quince")).Length);
    }

    [Fact]
    public async Task Whoever_leaves_with_their_words_is_found_no_more()
    {
        var gone = await world.Register("Gus Gone", "gus@search.example");
        await world.Join(gone, world.Millbrook);
        await world.Begin(gone, "A word about marzipan", "Marzipan for all.");
        var others = await world.Begin(world.Ines, "Sweets", "No sugar, please.");
        await world.Reply(gone, others, "Marzipan has little.");
        await Say(gone, "Marzipan", world.Millbrook.ScopeId);
        Assert.Equal(4, (await Find(world.Ines, "marzipan")).Length);
        await world.Writes.Do(async unit =>
        {
            await unit.EraseWords([gone.Person.ActorId]);
            await unit.ForgetPortrait(gone.Person.Id);
        });
        await FindsNothing(world.Ines, "marzipan");
        Assert.Equal(0, await world.Read(db => db.The<SearchEntry>().CountAsync(e => e.PersonId == gone.Person.Id)));
    }

    [Fact]
    public async Task What_stands_in_another_scope_of_the_community_is_not_there()
    {
        await world.Writes.Do(unit => unit.Begin(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Ruth.Person.ScopeId, "Pomegranate", Said.Of("Pomegranate seeds")));
        Assert.Equal(2, (await Find(world.Ruth, "pomegranate")).Length);
        await FindsNothing(world.Ines, "pomegranate");
        await FindsNothing(world.Ines, "pomegranate", "/search");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(")]
    [InlineData("NEAR(a b, 5)")]
    [InlineData(":")]
    [InlineData("words: a")]
    [InlineData("-a ^b {c} (d")]
    [InlineData("'; DROP TABLE posts; --")]
    [InlineData("a & b | !c <-> d:*")]
    [InlineData("AND OR NOT")]
    [InlineData("\"\"\"\" \" \"")]
    [InlineData("🐝🐝 🧑‍🌾")]
    [InlineData("\u0000\u202E\uFEFF")]
    [InlineData("%_\\")]
    public async Task Nothing_that_is_typed_means_anything_but_words(string words)
    {
        var page = await world.Ruth.Get($"{Here}?q={Uri.EscapeDataString(words)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Search", page.Heading);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ab ")]
    [InlineData("ﷺ")]
    [InlineData("\"a ")]
    public async Task However_much_is_typed_there_is_an_answer(string piece)
    {
        var page = await world.Ruth.Get($"{Here}?q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length)))}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEqual("", page.Page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_archive_that_is_brought_in_can_be_found()
    {
        await world.BringIn(world.Millbrook,
            Letterbox.Letter("s1@x", subject: "Turnips", text: "The turnips are in, ask for the Rübenkeller."),
            Letterbox.Letter("s2@x", subject: "Re: Turnips", answers: "s1@x", text: "Which cellar?", hour: 1));
        Assert.Equal(["Turnips"], await Find(world.Ruth, "rubenk"));
        Assert.Equal(["Turnips"], await Find(world.Ruth, "turnips", $"{Here}?kind=conversations"));
        await FindsNothing(world.Hanna, "rubenkeller");
        // Mails that come to a conversation somebody took down come to nothing that is found.
        var id = await world.Read(db => db.The<Conversation>().Where(c => c.Title == "Turnips").Select(c => c.Id).SingleAsync());
        await world.Ines.Post($"{Talk.Path(id)}/deletion");
        await world.BringIn(world.Millbrook, Letterbox.Letter("s3@x", subject: "Re: Turnips", answers: "s2@x", text: "The southern cellarage.", hour: 2));
        await FindsNothing(world.Ruth, "cellarage");
    }

    [Fact]
    public async Task A_write_that_failed_leaves_nothing_to_be_found()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Writes.Do(async unit =>
        {
            await unit.Begin(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "Elderflower", Said.Of("Elderflower"));
            throw new InvalidOperationException("not after all");
        }));
        await FindsNothing(world.Ines, "elderflower");
    }

    [Fact]
    public async Task More_results_follow_page_by_page_each_once()
    {
        var id = await world.Begin(world.Ines, "Counting", "Nothing yet.");
        for (var n = 1; n <= SearchQueries.PageSize + 5; n++) await world.Reply(world.Ruth, id, $"Kohlrabi number {n}");
        var first = await world.Ines.Get($"{Here}?q=kohlrabi");
        var next = first.Page.QuerySelectorAll(".pager a").Single().GetAttribute("href")!;
        var second = await world.Ines.Get(next);
        Assert.Equal(SearchQueries.PageSize, first.Page.QuerySelectorAll(".found").Length);
        Assert.Equal(SearchQueries.PageSize + 5, first.Page.QuerySelectorAll(".found a").Concat(second.Page.QuerySelectorAll(".found a")).Select(a => a.GetAttribute("href")).Distinct().Count());
        Assert.Single(second.Page.QuerySelectorAll(".pager a"));
        Assert.Contains("That was all", (await world.Ines.Get($"{Here}?q=kohlrabi&page=9")).Main, StringComparison.Ordinal);
        using var count = new QueryCount((await world.Post(id, 2)).Id.Value);
        await world.Ines.Get($"{Here}?q=%22kohlrabi%20number%201%22");
        // PostgreSQL is given all ids as one array, in which nobody counts.
        Assert.Equal(TestDatabase.IsPostgres ? 0 : 1, count.Count);
    }

    [Fact]
    public async Task However_much_came_in_between_the_old_and_the_new_are_found_each_once()
    {
        var old = await world.Begin(world.Ines, "Old damsons", "Damsons from the old tree.");
        await MuchComesIn();
        await world.Begin(world.Ines, "New damsons", "Damsons from the new tree.");
        await MuchComesIn();
        await world.Reply(world.Ruth, old, "Damsons until the last.");
        Assert.Equal(["New damsons", "Old damsons"], (await Find(world.Ruth, "damsons", $"{Here}?kind=conversations")).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Find(world.Ruth, "damsons tre", $"{Here}?kind=posts")).Length + (await Find(world.Ruth, "\"until the last\"")).Length);
        await FindsNothing(world.Hanna, "damsons");
        // What is said anew stands with the latest, and where it stood it is found no more.
        await world.Ines.Post($"{Talk.Path(old)}/posts/1/revisions", ("text", "Mirabelles from the old tree."));
        Assert.Single(await Find(world.Ruth, "mirabelles"));
        Assert.Single(await Find(world.Ruth, "damsons tree"));
    }

    /// <summary>As many entries as fill a shelf, without making them.</summary>
    private async Task MuchComesIn()
    {
        if (!TestDatabase.IsPostgres) return;
        await world.Read(db => db.Ask($"""
            SELECT setval(pg_get_serial_sequence('search_entries', 'Number'), (SELECT MAX("Number") FROM search_entries) + CAST({2 * SearchShelf.Entries} AS bigint))
            """, row => row.Long(0)));
    }

    [Fact]
    public async Task The_page_says_what_can_be_found_and_what_to_do_where_nothing_is()
    {
        var empty = await world.Ruth.Get("/c/millbrook/people");
        Assert.Equal(Here, empty.Page.QuerySelector(".mast-tools a")!.GetAttribute("href"));
        Assert.Contains("in conversations", (await world.Ruth.Get(Here)).Main, StringComparison.Ordinal);
        Assert.Contains("only what you may read", (await world.Samir.Get("/search")).Main, StringComparison.Ordinal);
        var nothing = await world.Ruth.Get($"{Here}?q=xyzzyx");
        Assert.Contains("Nothing found", nothing.Main, StringComparison.Ordinal);
        Assert.NotNull(nothing.Page.QuerySelector(".empty a[href='/c/millbrook/conversations/new']"));
        Assert.Contains("no word in that", (await world.Ruth.Get($"{Here}?q=%3F%21")).Main, StringComparison.Ordinal);
    }

    private Task Say(Visitor who, string text, Id<Scope> scope) =>
        world.Writes.Do(unit => unit.Portray(who.Person.Id, who.Person.ActorId, Facet.Offer, new Opening(text, scope, "to share")));

    private static async Task<string[]> Find(Visitor who, string words, string path = Here) =>
        [.. (await who.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}q={Uri.EscapeDataString(words)}")).Page.QuerySelectorAll(".found .name").Select(n => n.TextContent.Trim())];

    private static async Task FindsNothing(Visitor who, string words, string? path = null)
    {
        var page = await who.Get($"{path ?? (who.Person.Email.EndsWith("harbour.example", StringComparison.Ordinal) ? "/c/harbour/search" : Here)}?q={Uri.EscapeDataString(words)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll(".found, .pager"));
        Assert.Contains("Nothing found", page.Main, StringComparison.Ordinal);
    }
}
