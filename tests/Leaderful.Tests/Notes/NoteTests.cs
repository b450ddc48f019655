using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Notes;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Notes;

/// <summary>What somebody writes for themselves alone: locked bytes, which come back to them and to nobody else.</summary>
public class NoteTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_comes_back_to_its_writer_as_it_was_brought_and_to_nobody_else()
    {
        var (writer, on) = (await world.Newcomer("Nell Ashby"), await Gathering("Porch"));
        var (book, bytes) = (await new Notebook(writer).Begin(), Notebook.Bytes());
        Assert.Null(await book.Note(on));
        var edition = await book.Kept(on, 0, bytes);
        var note = await book.Note(on);
        Assert.Equal((edition, Convert.ToBase64String(bytes)), (note!.Value.Edition, Convert.ToBase64String(note.Value.Sealed)));

        await world.Writes.Do(async unit => (await unit.ThePerson(world.Ines.Person.Id)).OperatorSince = unit.Now);
        foreach (var other in new[] { world.Ruth, world.Ines, world.Hanna, world.Samir })
        {
            Assert.Null(await new Notebook(other).Note(on));
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/me/notes/{on}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/me/notes/{on}/deletion")).Status);
            Assert.DoesNotContain("Last written", (await other.Get("/me/notes")).Main, StringComparison.Ordinal);
        }
        foreach (var path in new[] { "", "/vault", $"/{on}", $"/{on}/envelope" }) Assert.Contains("/sign-in", (await world.Anyone().Get($"/me/notes{path}")).Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await world.Anyone().Post($"/me/notes/{on}/deletion")).Location, StringComparison.Ordinal);
        Assert.NotNull(await book.Note(on));
    }

    [Fact]
    public async Task Another_page_sends_nothing()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Elsewhere"));
        var book = await new Notebook(writer).Begin();
        writer.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        writer.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await book.Keep(on, 0, Notebook.Bytes())).Status);
    }

    [Fact]
    public async Task Of_two_devices_the_second_is_shown_what_the_first_kept()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Two devices"));
        var (book, first, second) = (await new Notebook(writer).Begin(), Notebook.Bytes(), Notebook.Bytes());
        var edition = await book.Kept(on, 0, first);
        foreach (var stale in new[] { 0, edition - 1, edition + 1 })
        {
            var (status, said) = await book.Keep(on, stale, second);
            Assert.Equal((HttpStatusCode.Conflict, false, edition), (status, said.GetProperty("isOtherKey").GetBoolean(), said.GetProperty("note").GetProperty("edition").GetInt32()));
            Assert.Equal(first, said.GetProperty("note").GetProperty("sealed").GetBytesFromBase64());
        }
        Assert.Equal(edition + 1, await book.Kept(on, edition, second));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_kept()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Many"));
        var book = await new Notebook(writer).Begin();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => book.Keep(on, 0, Notebook.Bytes())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task It_is_written_only_about_what_the_writer_may_read()
    {
        var writer = await world.Newcomer();
        var book = await new Notebook(writer).Begin();
        var circle = await world.Circle(Joining.Invitation, world.Ruth, world.Wen);
        var (hidden, gone) = (await Gathering("The circle's", circle.ScopeId), await Gathering("Gone"));
        await world.Ruth.Post($"/c/millbrook/gatherings/{gone}/deletion");
        foreach (var on in new[] { hidden, gone, Id<Thing>.New() }) Assert.Equal(HttpStatusCode.NotFound, (await book.Keep(on, 0, Notebook.Bytes())).Status);
        var insider = await new Notebook(world.Wen).Begin();
        await insider.Kept(hidden, 0, Notebook.Bytes());
    }

    [Fact]
    public async Task What_hangs_on_something_gone_stays_its_writers_under_its_day()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Soon gone"));
        var (book, bytes) = (await new Notebook(writer).Begin(), Notebook.Bytes());
        var edition = await book.Kept(on, 0, bytes);
        Assert.Contains("Soon gone", (await writer.Get("/me/notes")).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"/c/millbrook/gatherings/{on}/deletion");
        var list = (await writer.Get("/me/notes")).Main;
        Assert.DoesNotContain("Soon gone", list, StringComparison.Ordinal);
        Assert.Contains("Something you wrote about", list, StringComparison.Ordinal);
        Assert.Equal(bytes, (await book.Note(on))!.Value.Sealed);
        Assert.Equal(HttpStatusCode.NotFound, (await book.Keep(on, edition, Notebook.Bytes())).Status);
        var page = await writer.Get($"/me/notes/{on}");
        Assert.Contains("Your note stays yours", page.Main, StringComparison.Ordinal);
        var after = await writer.Submit(page, "/deletion");
        Assert.Contains("gone for good", after.Main, StringComparison.Ordinal);
        Assert.Null(await book.Note(on));
    }

    [Fact]
    public async Task Too_much_and_what_is_none_are_refused()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Size"));
        var book = await new Notebook(writer).Begin();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await book.Keep(on, 0, Notebook.Bytes(PrivateNote.MostBytes + 1))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await book.Keep(on, 0, [])).Status);
        await book.Kept(on, 0, Notebook.Bytes(PrivateNote.MostBytes));
    }

    [Fact]
    public async Task Nothing_tells_that_there_is_one_but_the_note_itself_and_no_hour_is_kept()
    {
        var (writer, on) = (await world.Newcomer(), await Gathering("Silence"));
        var before = await Rows();
        var book = await new Notebook(writer).Begin();
        await book.Kept(on, await book.Kept(on, 0, Notebook.Bytes()), Notebook.Bytes());
        await book.Add(Notebook.Passphrase());
        Assert.Equal(before, await Rows());
        await writer.Post($"/me/notes/{on}/deletion");
        Assert.Equal(before, await Rows());
        Assert.Empty(await world.Read(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.ClrType.Namespace == typeof(PrivateNote).Namespace)
            .SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(DateTime) || p.ClrType == typeof(DateTime?)).ToList())));

        Task<(int, int, int)> Rows() => world.Read(async db =>
            (await db.The<JournalEntry>().CountAsync(j => j.ActorId == writer.Person.ActorId || j.Subject == on.Value, Stop), await db.The<OutboxRow>().CountAsync(Stop), await db.The<Leaderful.Search.SearchEntry>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_gathering_has_a_place_for_ones_own_note_that_no_form_could_send()
    {
        var on = await Gathering("With a place");
        var page = (await world.Bea.Get($"/c/millbrook/gatherings/{on}")).Page;
        var field = page.QuerySelector($"[data-note='{on}'] textarea")!;
        Assert.Equal((false, false, "off"), (field.HasAttribute("name"), field.Closest("form")!.HasAttribute("data-draft"), field.GetAttribute("autocomplete")));
        Assert.All(page.QuerySelectorAll("[data-note] input"), input => Assert.False(input.HasAttribute("name")));
        Assert.Contains("needs to run scripts", page.QuerySelector("[data-note] [data-note-without]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_takes_notes_and_keys_along()
    {
        var (writer, stays, on) = (await world.Newcomer(), await world.Newcomer(), await Gathering("Leaving"));
        foreach (var who in new[] { writer, stays }) await (await new Notebook(who).Begin()).Kept(on, 0, Notebook.Bytes());
        await writer.Submit(await writer.Get("/me/departure"), "/me/departure");
        Assert.Equal((0, 0, 0), await Left(writer));
        Assert.Equal((1, 2, 1), await Left(stays));

        Task<(int, int, int)> Left(Visitor who) => world.Read(async db => (await db.The<NoteVault>().CountAsync(v => v.PersonId == who.Person.Id, Stop),
            await db.The<NoteWay>().CountAsync(w => w.PersonId == who.Person.Id, Stop), await db.The<PrivateNote>().CountAsync(n => n.PersonId == who.Person.Id, Stop)));
    }

    private Task<Id<Thing>> Gathering(string title, Id<Scope>? to = null) => Notebook.Gathering(world, world.Ruth, CircleWorld.Own(title), to);
}
