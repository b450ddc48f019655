using System.Net;
using System.Text.Json;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Notes;
using Leaderful.Tests.Accounts;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Notes;

/// <summary>How somebody opens their notes: a way is a locked key, and whose it is decides who may bring or take it.</summary>
public class NoteWayTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_begun_once_and_never_without_a_recovery_code()
    {
        var writer = await world.Newcomer();
        var book = new Notebook(writer);
        Assert.Equal(JsonValueKind.Null, (await book.Vault()).GetProperty("mark").ValueKind);
        foreach (var ways in new[] { [], [Notebook.Passphrase()], [Notebook.Recovery(), Notebook.Recovery()], new object?[] { null, Notebook.Recovery() }, [Notebook.Recovery(new byte[500])] })
            Assert.Equal(HttpStatusCode.BadRequest, await book.Try(ways));
        await book.Begin();
        Assert.Equal(book.Mark, (await book.Vault()).GetProperty("mark").GetBytesFromBase64());
        Assert.Equal(HttpStatusCode.Conflict, await new Notebook(writer).Try(Notebook.Passphrase(), Notebook.Recovery()));
        Assert.Equal(2, (await book.Vault()).GetProperty("ways").GetArrayLength());
        Assert.Equal(0, (await new Notebook(world.Ines).Vault()).GetProperty("ways").GetArrayLength());
    }

    [Fact]
    public async Task Of_many_devices_that_begin_at_once_one_does()
    {
        var writer = await world.Newcomer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => new Notebook(writer).Try(Notebook.Passphrase(), Notebook.Recovery())));
        Assert.Single(answers, HttpStatusCode.NoContent);
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.Conflict));
        Assert.Equal(2, (await new Notebook(writer).Vault()).GetProperty("ways").GetArrayLength());
    }

    [Fact]
    public async Task A_new_passphrase_and_a_new_code_take_the_place_of_the_former()
    {
        var writer = await world.Newcomer();
        var (book, wrapped) = (await new Notebook(writer).Begin(), Notebook.Bytes(61));
        Assert.Equal(HttpStatusCode.NoContent, await book.Add(Notebook.Passphrase(wrapped)));
        Assert.Contains("this passphrase opens your notes", (await writer.Get("/me/notes")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await book.Add(Notebook.Recovery()));
        var ways = (await book.Vault()).GetProperty("ways").EnumerateArray().ToList();
        Assert.Equal(["Passphrase", "Recovery"], ways.Select(w => w.GetProperty("kind").GetString()).Order());
        Assert.Equal(wrapped, ways.Single(w => w.GetProperty("kind").GetString() == "Passphrase").GetProperty("wrapped").GetBytesFromBase64());

        // A browser that knows of another key brings nothing in.
        book.Forget();
        Assert.Equal(HttpStatusCode.Conflict, await book.Add(Notebook.Passphrase()));
        Assert.Equal(HttpStatusCode.BadRequest, await book.Add(null));
    }

    [Fact]
    public async Task A_passkey_is_a_way_of_its_owner_and_ends_with_it()
    {
        var (owner, passkey, credential) = await WithPasskey();
        var book = await new Notebook(owner).Begin(Notebook.ByPasskey(credential), Notebook.Recovery());
        Assert.Equal(credential, (await book.Vault()).GetProperty("ways").EnumerateArray().Single(w => w.GetProperty("kind").GetString() == "Passkey").GetProperty("credential").GetBytesFromBase64());
        Assert.Contains("Only this and your recovery code open your own notes", (await owner.Get("/me")).Main, StringComparison.Ordinal);
        await book.Add(Notebook.Passphrase());
        Assert.Contains("It opens your own notes, too", (await owner.Get("/me")).Main, StringComparison.Ordinal);

        // Another's passkey is none of theirs.
        var other = await new Notebook(await world.Newcomer()).Begin();
        Assert.Equal(HttpStatusCode.Conflict, await other.Add(Notebook.ByPasskey(credential)));

        await owner.Post($"/me/passkeys/{passkey}/removal");
        await owner.Post($"/me/passkeys/{passkey}/return");
        Assert.Equal(["Passphrase", "Recovery"], (await book.Vault()).GetProperty("ways").EnumerateArray().Select(w => w.GetProperty("kind").GetString()).Order());
    }

    [Fact]
    public async Task One_way_is_removed_while_another_is_left_and_only_by_its_owner()
    {
        var (owner, _, credential) = await WithPasskey();
        var book = await new Notebook(owner).Begin(Notebook.ByPasskey(credential), Notebook.Recovery());
        Assert.Equal(HttpStatusCode.NotFound, await Remove(owner, NoteWayKind.Passkey));
        Assert.Equal(HttpStatusCode.NotFound, await Remove(owner, NoteWayKind.Recovery));
        await book.Add(Notebook.Passphrase());
        foreach (var other in new[] { world.Ines, world.Ruth }) Assert.Equal(HttpStatusCode.NotFound, await Remove(other, NoteWayKind.Passphrase));
        var page = await owner.Get("/me/notes");
        Assert.Equal(2, page.Page.QuerySelectorAll("form[action$='/removal']").Length);
        Assert.Equal(HttpStatusCode.SeeOther, await Remove(owner, NoteWayKind.Passphrase));
        Assert.Equal(HttpStatusCode.NotFound, await Remove(owner, NoteWayKind.Passkey));

        async Task<HttpStatusCode> Remove(Visitor who, NoteWayKind kind)
        {
            var way = await world.Read(db => db.The<NoteWay>().Where(w => w.PersonId == owner.Person.Id && w.Kind == kind).Select(w => w.Id).SingleAsync(Stop));
            return (await who.Post($"/me/notes/vault/ways/{way}/removal")).Status;
        }
    }

    [Fact]
    public async Task Beginning_anew_deletes_all_and_the_former_key_keeps_nothing_more()
    {
        var (writer, on) = (await world.Newcomer(), await Notebook.Gathering(world, world.Ruth, CircleWorld.Own("Anew")));
        var (book, bystander) = (await new Notebook(writer).Begin(), await new Notebook(await world.Newcomer()).Begin());
        var edition = await book.Kept(on, 0, Notebook.Bytes());
        await bystander.Kept(on, 0, Notebook.Bytes());

        // Who sits here has to show it first.
        world.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("/proof", (await writer.Post("/me/notes/vault/ending")).Location, StringComparison.Ordinal);
        Assert.NotNull(await book.Note(on));
        await Prove(writer);
        var page = await writer.Submit(await writer.Get("/me/notes"), "/vault/ending");
        Assert.Contains("gone for good", page.Main, StringComparison.Ordinal);
        Assert.Null(await book.Note(on));
        Assert.NotNull(await bystander.Note(on));

        await new Notebook(writer).Begin();
        var (status, said) = await book.Keep(on, edition, Notebook.Bytes());
        Assert.Equal((HttpStatusCode.Conflict, true), (status, said.GetProperty("isOtherKey").GetBoolean()));
        Assert.Null(await book.Note(on));
    }

    private async Task Prove(Visitor who) =>
        await world.Writes.Do(async unit =>
        {
            await unit.Db.The<Device>().Where(d => d.PersonId == who.Person.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.ProvedAt, unit.Now));
            unit.Tell(Streams.Of(who.Person.Id));
        });

    private async Task<(Visitor Owner, Id<Passkey> Passkey, byte[] Credential)> WithPasskey()
    {
        var owner = await world.Newcomer("Pia Passkey");
        using var authenticator = new Authenticator();
        await Prove(owner);
        var options = await owner.Post("/me/passkeys/options");
        await owner.Post("/me/passkeys", ("credential", authenticator.Create(options.Text)), ("name", "Phone"));
        var made = await world.Read(db => db.The<Passkey>().SingleAsync(p => p.PersonId == owner.Person.Id, Stop));
        return (owner, made.Id, made.CredentialId);
    }
}
