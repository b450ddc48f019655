using System.Net.WebSockets;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Together;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Writing on one page at once: what anybody has seen is kept, in one order, and only those who may read it see it.</summary>
public class PagesTogetherTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_one_writes_the_other_sees_and_the_log_keeps()
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ines.Write("What we saw");
        await ruth.Until(() => ruth.Text == "What we saw");
        await ruth.Write("What it means");
        await ines.Until(() => ines.Text == "What we saw\nWhat it means");
        await ines.Kept();
        await ruth.Kept();
        Assert.Equal(ines.Text, await Kept(id));
        var numbers = await world.Read(db => db.The<PageUpdate>().Where(u => u.PageId == id).OrderBy(u => u.Number).Select(u => u.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Equal(numbers.Count, await world.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.Head).SingleAsync()));
    }

    [Fact]
    public async Task Many_who_write_at_once_end_with_the_same_page()
    {
        var id = await Begin();
        var hands = new List<Hand>();
        for (var i = 0; i < 6; i++) hands.Add(await Hand.On(world, i % 2 == 0 ? world.Ines : world.Ruth, id));
        await Task.WhenAll(hands.Select(async (hand, i) =>
        {
            for (var n = 0; n < 20; n++) await hand.Write($"{i}.{n}");
        }));
        foreach (var hand in hands) await hand.Kept();
        foreach (var hand in hands) await hand.Until(() => hand.Text.Split('\n').Length == 120);
        Assert.Single(hands.Select(h => h.Text).Distinct());
        Assert.Equal(hands[0].Text, await Kept(id));
        foreach (var hand in hands) await hand.DisposeAsync();
    }

    [Fact]
    public async Task What_was_written_away_from_the_network_is_brought_and_merged()
    {
        var id = await Begin();
        var away = new YDoc();
        await using (var first = await Hand.On(world, world.Ruth, id, away))
        {
            await first.Write("Before");
            await first.Kept();
        }
        away.Transact(() => away.GetXmlFragment("default").AddElement("paragraph").AddText("On the train"));
        await using (var ines = await Hand.On(world, world.Ines, id))
        {
            await ines.Write("Meanwhile");
            await ines.Kept();
        }
        await using var again = await Hand.On(world, world.Ruth, id, away);
        await again.Kept();
        var lines = (await Kept(id)).Split('\n');
        Assert.Equal(["Before", "Meanwhile", "On the train"], lines.Order(StringComparer.Ordinal));
        Assert.Equal(again.Text, await Kept(id));
    }

    [Fact]
    public async Task Coming_back_with_nothing_new_writes_nothing()
    {
        var id = await Begin();
        var doc = new YDoc();
        await using (var first = await Hand.On(world, world.Ruth, id, doc))
        {
            await first.Write("One");
            await first.Write("Two");
            await first.Erase(0);
            await first.Kept();
        }
        var head = await Head(id);
        await using (var again = await Hand.On(world, world.Ruth, id, doc)) await again.Kept();
        Assert.Equal(head, await Head(id));
    }

    [Fact]
    public async Task Whoever_may_not_read_it_gets_nothing_whether_it_is_there_or_not()
    {
        var id = await Begin();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Write("For us");
        await ruth.Kept();
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            foreach (var page in new[] { id, Id<Page>.New() })
            {
                await using var hand = await Hand.On(world, other, page);
                Assert.Equal((WebSocketCloseStatus)4404, hand.Ended);
                Assert.Equal("", hand.Text);
            }
        }
        await Assert.ThrowsAnyAsync<Exception>(() => Hand.Wire(world, world.Anyone(), id));
        await Assert.ThrowsAnyAsync<Exception>(() => Hand.Wire(world, world.Ruth, id, origin: "https://elsewhere.example"));
        Assert.Equal("For us", await Kept(id));
    }

    [Fact]
    public async Task A_closed_page_is_followed_and_not_written_on()
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ines.Write("The minutes");
        await ruth.Until(() => ruth.Text == "The minutes");
        await world.Writes.Do(unit => unit.ClosePage(world.Ines.Person.ActorId, id));
        // Told at once, and not when they write.
        await ruth.Until(() => ruth.IsDenied);
        await ines.Until(() => ines.IsDenied);
        Assert.Null(ruth.Ended);
        ruth.Doc.Transact(() => ruth.Doc.GetXmlFragment("default").AddElement("paragraph").AddText("One more thing"));
        await using var late = await Hand.On(world, world.Ruth, id, ruth.Doc);
        Assert.True(late.IsDenied);
        Assert.Equal("The minutes", await Kept(id));
        Assert.Equal("The minutes", ines.Text);
        await world.Writes.Do(unit => unit.ReopenPage(world.Ines.Person.ActorId, id));
        // They come back, and what they wrote meanwhile with them.
        foreach (var hand in new[] { ines, ruth, late }) await hand.Until(() => hand.Ended == (WebSocketCloseStatus)1012);
        await using var again = await Hand.On(world, world.Ruth, id, ruth.Doc);
        await again.Kept();
        Assert.Equal("The minutes\nOne more thing", await Kept(id));
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_with_a_word_and_the_page_is_read_on()
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Write(new string('x', 1_100_000));
        await ruth.Until(() => ruth.IsDenied);
        await ines.Write("Shorter");
        await ruth.Until(() => ruth.Text.Split('\n').Contains("Shorter"));
        Assert.Null(ruth.Ended);
        Assert.Equal("Shorter", await Kept(id));
    }

    [Fact]
    public async Task A_page_grows_no_larger_than_can_be_opened()
    {
        var id = await Begin();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        for (var n = 0; n < 6 && !ruth.IsDenied; n++)
        {
            await ruth.Write(new string((char)('a' + n), 900_000));
            await ruth.Until(() => ruth.IsDenied || ruth.Acknowledged >= ruth.Sent);
        }
        Assert.True(ruth.IsDenied);
        Assert.Null(ruth.Ended);
        await using var late = await Hand.On(world, world.Ines, id);
        Assert.Equal(5, late.Text.Split('\n').Length);
        Assert.False(late.IsDenied);
    }

    [Fact]
    public async Task Whoever_joins_an_open_page_asks_the_database_for_nothing_that_is_known()
    {
        var id = await Begin();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        for (var n = 0; n < 5; n++) await ruth.Write($"line {n}");
        await ruth.Kept();
        using var count = new QueryCount(id.Value);
        await using var ines = await Hand.On(world, world.Ines, id);
        Assert.Equal(ruth.Text, ines.Text);
        // The door asks once whether they may read it.
        Assert.Equal(1, count.Count);
    }

    [Fact]
    public async Task Whoever_leaves_hears_no_more_of_it()
    {
        var id = await Begin();
        var gone = await world.Register("Gil Gone", "gil@pages.example");
        await world.Join(gone, world.Millbrook);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await using var hand = await Hand.On(world, gone, id);
        await ruth.Write("While you are here");
        await hand.Until(() => hand.Text.Length > 0);
        await gone.Post("/c/millbrook/leaving");
        await hand.Until(() => hand.Ended is not null);
        Assert.True(hand.IsDenied);
        Assert.Equal((WebSocketCloseStatus)4403, hand.Ended);
        await ruth.Write("Between us");
        await ruth.Kept();
        Assert.Equal("While you are here", hand.Text);
    }

    [Fact]
    public async Task A_page_that_is_taken_down_lets_everybody_go()
    {
        var id = await Begin();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await world.Writes.Do(unit => unit.TakeDownPage(world.Ines.Person.ActorId, id));
        await ruth.Until(() => ruth.Ended is not null);
        Assert.True(ruth.IsDenied);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 2, 3, 255, 255, 255 })]
    [InlineData(new byte[] { 7, 7, 7 })]
    [InlineData(new byte[] { 1, 200, 200, 200, 1 })]
    [InlineData(new byte[] { 0, 0, 5, 255, 255, 255, 255, 255 })]
    public async Task Whoever_sends_what_is_no_message_is_let_go_and_nobody_else_is(byte[] frame)
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Send(frame);
        await ruth.Until(() => ruth.Ended is not null);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, ruth.Ended);
        await ines.Write("Still here");
        await ines.Kept();
        Assert.Equal("Still here", await Kept(id));
    }

    [Fact]
    public async Task Who_is_here_is_told_under_the_name_they_have_here()
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Tell(new AwarenessState(ruth.Doc.ClientId, 1, """{"user":{"name":"Ines Okoro","colour":2}}"""));
        await ines.Until(() => ines.Here.Count > 0);
        Assert.Contains("Ruth Abara", ines.Here[0].Json, StringComparison.Ordinal);
        // Nobody speaks for another.
        await ines.Tell(new AwarenessState(ruth.Doc.ClientId, 9, null));
        await ines.Tell(new AwarenessState(ines.Doc.ClientId, 1, """{"user":{"name":"x"}}"""));
        await ruth.Until(() => ruth.Here.Count > 0);
        Assert.DoesNotContain(ruth.Here, s => s.Client == ruth.Doc.ClientId);
        await ruth.DisposeAsync();
        await ines.Until(() => ines.Here.Any(s => s.Client == ruth.Doc.ClientId && s.Json is null));
    }

    [Fact]
    public async Task Who_is_here_is_known_on_every_node()
    {
        if (!TestDatabase.IsPostgres) Assert.Skip("Several nodes need PostgreSQL.");
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await ines.Tell(new AwarenessState(ines.Doc.ClientId, 1, """{"user":{"name":"x"}}"""));
        // Whoever comes later asks who is here, and what was told before is told again.
        await using var ruth = await Hand.On(world, world.Ruth, id, isElsewhere: true);
        await ruth.Until(() => ruth.Here.Any(s => s.Client == ines.Doc.ClientId));
        Assert.Contains("Ines Okoro", ruth.Here[0].Json, StringComparison.Ordinal);
        await ruth.Tell(new AwarenessState(ruth.Doc.ClientId, 1, """{"user":{"name":"Ines Okoro"},"cursor":3}"""));
        await ines.Until(() => ines.Here.Any(s => s.Client == ruth.Doc.ClientId));
        Assert.Contains("Ruth Abara", ines.Here.Last(s => s.Client == ruth.Doc.ClientId).Json, StringComparison.Ordinal);
        // Nobody speaks for another there either.
        await ruth.Tell(new AwarenessState(ines.Doc.ClientId, 9, null));
        await ruth.Tell(new AwarenessState(ruth.Doc.ClientId, 2, """{"cursor":4}"""));
        await ines.Until(() => ines.Here.Any(s => s is { Clock: 2 }));
        Assert.DoesNotContain(ines.Here, s => s.Client == ines.Doc.ClientId);
        await ruth.Write("From there");
        await ines.Until(() => ines.Text == "From there");
        await ruth.DisposeAsync();
        await ines.Until(() => ines.Here.Any(s => s.Client == ruth.Doc.ClientId && s.Json is null));
    }

    [Fact]
    public async Task Whose_hand_it_was_is_known()
    {
        var id = await Begin();
        await using var ines = await Hand.On(world, world.Ines, id);
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ines.Write("Mine");
        await ines.Kept();
        await ruth.Write("Hers");
        await ruth.Kept();
        var writers = await world.Read(db => db.The<PageWriter>().Where(w => w.PageId == id).ToDictionaryAsync(w => w.Client, w => w.ActorId));
        Assert.Equal(world.Ines.Person.ActorId, writers[ines.Doc.ClientId]);
        Assert.Equal(world.Ruth.Person.ActorId, writers[ruth.Doc.ClientId]);
    }

    [Fact]
    public async Task Where_very_many_hands_wrote_the_page_names_those_whose_words_stand_there()
    {
        var id = await Begin();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Write("Still there");
        var gone = new YDoc();
        for (var n = 0; n < 301; n++)
        {
            var other = new YDoc();
            other.ApplyUpdate(gone.EncodeStateAsUpdate());
            other.Transact(() =>
            {
                if (n > 0) other.GetXmlFragment("default").Delete(0);
                other.GetXmlFragment("default").AddElement("paragraph").AddText("gone");
            });
            gone.ApplyUpdate(other.EncodeStateAsUpdate());
        }
        await ruth.SendUpdate(gone.EncodeStateAsUpdate());
        await ruth.Kept();
        var writers = (await world.Ines.Get($"/c/millbrook/pages/{id}")).Page.QuerySelector("[data-page-writers]")!.GetAttribute("data-page-writers")!;
        using var json = System.Text.Json.JsonDocument.Parse(writers);
        Assert.Equal(2, json.RootElement.EnumerateObject().Count());
        Assert.True(json.RootElement.TryGetProperty(ruth.Doc.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture), out _));
    }

    [Fact]
    public async Task What_stands_on_it_is_shown_without_script_and_found_by_its_words()
    {
        var id = await Begin("Orchard plan");
        await using (var ruth = await Hand.On(world, world.Ruth, id))
        {
            await ruth.Write("Medlars <b>first</b>, then quinces.");
            await ruth.Kept();
        }
        var path = $"/c/millbrook/pages/{id}";
        Assert.Contains("Medlars <b>first</b>, then quinces.", (await world.Ines.Get(path)).Main, StringComparison.Ordinal);
        await world.Services.GetRequiredService<PageKeeper>().Keep(id);
        Assert.Contains("Medlars <b>first</b>, then quinces.", (await world.Ines.Get(path)).Main, StringComparison.Ordinal);
        var found = await world.Ines.Get("/c/millbrook/search?q=medlar");
        Assert.Equal("Orchard plan", found.Page.QuerySelector(".found .name")!.TextContent.Trim());
        Assert.Contains("Medlars", found.Page.QuerySelector(".found mark")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await world.Hanna.Get("/c/harbour/search?q=medlar")).Page.QuerySelectorAll(".found"));
        await world.Writes.Do(unit => unit.TakeDownPage(world.Ines.Person.ActorId, id));
        Assert.Empty((await world.Ines.Get("/c/millbrook/search?q=medlar")).Page.QuerySelectorAll(".found"));
    }

    [Fact]
    public async Task After_a_restart_everything_acknowledged_is_there()
    {
        await using var own = new RestartWorld();
        await own.InitializeAsync();
        var id = await own.Writes.Do(unit => unit.BeginPage(own.Ines.Person.ActorId, own.Millbrook.Id, own.Millbrook.ScopeId, "Lasting"));
        await using (var ines = await Hand.On(own, own.Ines, id))
        {
            for (var n = 0; n < 30; n++) await ines.Write($"line {n}");
            await ines.Kept();
        }
        await own.Restart();
        await using var again = await Hand.On(own, own.Again(own.Ines), id);
        Assert.Equal(string.Join('\n', Enumerable.Range(0, 30).Select(n => $"line {n}")), again.Text);
    }

    private Task<Id<Page>> Begin(string title = "A page") =>
        world.Writes.Do(unit => unit.BeginPage(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, title));

    private Task<long> Head(Id<Page> id) => world.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.Head).SingleAsync());

    /// <summary>What the log says stands on the page.</summary>
    private async Task<string> Kept(Id<Page> id)
    {
        var doc = new YDoc();
        doc.ApplyUpdate((await world.Read(db => db.WrittenUpTo(id, long.MaxValue))).Bytes.Span);
        return string.Join('\n', doc.GetXmlFragment("default").Children.OfType<YXmlElement>().Select(p => string.Concat(p.Children.OfType<YXmlText>())));
    }

    private sealed class RestartWorld : World;
}
