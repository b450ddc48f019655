using System.Net;
using System.Text;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.People;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.People;

/// <summary>A face beside a name, for those it was meant for.</summary>
public class PhotoTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_I_show_my_community_its_members_see_and_others_see_my_initials()
    {
        var person = await Somebody("shows");
        Assert.Equal("/me/portrait", (await person.Show(MadePictures.Jpeg(), world.Millbrook.ScopeId)).Location);
        var seen = (await world.Ines.Get(InMillbrook(person))).Page.QuerySelector(".who.l img")!;
        Assert.Equal(Name("shows"), seen.GetAttribute("alt"));
        Assert.NotNull((await world.Ines.Get("/c/millbrook/people?q=shows")).Page.QuerySelector($".items .who img[src='{seen.GetAttribute("src")}']"));
        Assert.Contains("so that you know me", (await world.Ines.Get(InMillbrook(person))).Main, StringComparison.Ordinal);
        var answer = await world.Ines.Client.GetAsync(seen.GetAttribute("src"));
        Assert.Equal(("image/jpeg", "inline", "portrait.jpeg"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.DoesNotContain(MadePictures.Secret, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(seen.GetAttribute("src")!)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Outside(person))).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(seen.GetAttribute("src")!)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_I_keep_to_myself_only_I_see()
    {
        var person = await Somebody("alone");
        await person.Show(MadePictures.Png(), person.Person.ScopeId, reason: "");
        var mine = (await person.Get("/me/portrait")).Page.QuerySelector("main .who img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await person.Get(mine)).Status);
        var page = await world.Ines.Get(InMillbrook(person));
        Assert.Null(page.Page.QuerySelector("main .who img"));
        Assert.Equal("WA", page.Page.QuerySelector("main .who.l")!.TextContent);
        Assert.Equal("true", page.Page.QuerySelector("main .who.l")!.GetAttribute("aria-hidden"));
        Assert.Contains("has not opened anything to you yet", page.Main, StringComparison.Ordinal);
        Assert.Null((await world.Ines.Get("/c/millbrook/people?q=alone")).Page.QuerySelector(".items .who img"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(mine)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_to_the_network_or_to_all_it_is_seen_from_outside(bool isPublic)
    {
        var person = await world.Register(Name(isPublic ? "pub" : "net"), $"photo-{isPublic}@portrait.example");
        await person.Show(MadePictures.Webp(), isPublic ? Scope.Public : Scope.Network);
        var picture = (await world.Samir.Get(Outside(person))).Page.QuerySelector(".who.l img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await world.Samir.Get(picture)).Status);
        var (page, file) = (await world.Anyone().Get(Outside(person)), await world.Anyone().Get(picture));
        if (isPublic) Assert.Equal((picture, HttpStatusCode.OK), (page.Page.QuerySelector(".who.l img")?.GetAttribute("src"), file.Status));
        else Assert.All([page, file], answer => Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_shows_it_to_more_people_says_what_for_and_may_change_who_sees_it_without_bringing_it_again()
    {
        var person = await Somebody("wider");
        var asked = await person.Show(MadePictures.Png(), world.Millbrook.ScopeId, reason: "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Say in a line what for", asked.Page.QuerySelector("#reason-w")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(asked.Page.QuerySelector($"input[value='{world.Millbrook.ScopeId}'][checked]"));
        Assert.Empty(await Entries(person));

        await person.Show(MadePictures.Png(), person.Person.ScopeId, reason: "");
        var entry = Assert.Single(await Entries(person));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Show(null, world.Millbrook.ScopeId, reason: "")).Status);
        Assert.Equal("/me/portrait", (await person.Show(null, world.Millbrook.ScopeId)).Location);
        Assert.NotNull((await world.Ines.Get(InMillbrook(person))).Page.QuerySelector(".who.l img"));
        foreach (var scope in new[] { world.Harbour.ScopeId, world.Ines.Person.ScopeId }) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Show(null, scope)).Status);
        Assert.Equal("/me/portrait", (await person.Show(null, person.Person.ScopeId, reason: "")).Location);
        Assert.Null((await world.Ines.Get(InMillbrook(person))).Page.QuerySelector(".who.l img"));
        Assert.Equal(entry.Id, Assert.Single(await Entries(person)).Id);
    }

    [Fact]
    public async Task What_cannot_stand_for_me_is_said_on_the_field()
    {
        var person = await Somebody("wrong");
        foreach (var (bytes, words) in new (byte[]?, string)[]
        {
            (null, "Choose a photo"),
            ([.. MadePictures.Png(), .. new byte[Upload.MostPhotoBytes]], "larger than 2 MB"),
            (MadePictures.Jpeg()[..60], "cannot stand for you"),
            (MadePictures.Gif(), "cannot stand for you"),
            ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "cannot stand for you"),
            ("%PDF-1.7 and so on"u8.ToArray(), "cannot stand for you"),
            (File.ReadAllBytes(Corpora.PathOf("uploads-hostile/html-as.png")), "cannot stand for you"),
            (File.ReadAllBytes(Corpora.PathOf("uploads-hostile/header-lies-65535x65535.png")), "cannot stand for you"),
        })
        {
            var again = await person.Show(bytes, world.Millbrook.ScopeId, "so that you know me");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains(words, again.Page.QuerySelector("#photo-w")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("so that you know me", again.Page.QuerySelector("#reason")!.GetAttribute("value"));
        }
        Assert.Empty(await Entries(person));
    }

    [Fact]
    public async Task Another_one_takes_its_place_and_the_bytes_of_the_first_go()
    {
        var person = await Somebody("other");
        await person.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var first = await FileOf(person);
        await person.Show(MadePictures.Jpeg(), world.Millbrook.ScopeId);
        var second = await FileOf(person);
        Assert.Equal("image/jpeg", second.ContentType);
        Assert.Single(await Entries(person));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/files/{first.Id}?view")).Status);
        await Sweep(person);
        Assert.False(File.Exists(PathOf(first)));
        Assert.True(File.Exists(PathOf(second)));
    }

    [Fact]
    public async Task Taken_back_it_is_gone_for_everybody_can_return_and_its_bytes_end_after_thirty_days()
    {
        var person = await Somebody("back");
        await person.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var file = await FileOf(person);
        var done = await person.Submit(await person.Get("/me/portrait/photo"), "/deletion");
        foreach (var who in new[] { person, world.Ines }) Assert.Equal(HttpStatusCode.NotFound, (await who.Get($"/files/{file.Id}?view")).Status);
        Assert.Null((await world.Ines.Get(InMillbrook(person))).Page.QuerySelector(".who.l img"));
        await person.Submit(done, "/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get($"/files/{file.Id}?view")).Status);

        var entry = Assert.Single(await Entries(person)).Id;
        foreach (var other in new[] { world.Ines, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/me/portrait/{entry}/deletion")).Status);
        await person.Post($"/me/portrait/{entry}/deletion");
        world.Time.Advance(TimeSpan.FromDays(31));
        var due = await world.Read(db => db.The<OutboxRow>().Where(o => o.Kind == Portraying.Purge && o.Subject == entry.Value).OrderBy(o => o.DueAt).LastAsync());
        await Handler(Portraying.Purge).Handle(due, TestContext.Current.CancellationToken);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.PersonId == person.Person.Id)));
        await Sweep(person);
        Assert.False(File.Exists(PathOf(file)));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post($"/me/portrait/{entry}/restoration")).Status);
    }

    [Fact]
    public async Task What_is_put_back_stands_in_place_of_what_came_meanwhile()
    {
        var person = await Somebody("twice");
        await person.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var first = await FileOf(person);
        var entry = Assert.Single(await Entries(person)).Id;
        await person.Post($"/me/portrait/{entry}/deletion");
        await person.Show(MadePictures.Jpeg(), Scope.Public);
        var second = await world.Read(db => db.The<Attachment>().SingleAsync(a => a.PersonId == person.Person.Id && a.Id != first.Id));
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get($"/files/{second.Id}?view")).Status);
        await person.Post($"/me/portrait/{entry}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get($"/files/{first.Id}?view")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/files/{second.Id}?view")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_a_community_takes_their_face_along()
    {
        var person = await Somebody("leaves");
        await person.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var file = await FileOf(person);
        await person.Post("/c/millbrook/leaving");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get($"/files/{file.Id}?view")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Get($"/files/{file.Id}?view")).Status);
    }

    [Fact]
    public async Task Whoever_deletes_their_account_leaves_no_picture()
    {
        var person = await Somebody("gone");
        await person.Show(MadePictures.Png(), Scope.Public);
        var file = await FileOf(person);
        await person.Submit(await person.Get("/me/departure"), "/me/departure");
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.PersonId == person.Person.Id)));
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/files/{file.Id}?view")).Location, StringComparison.Ordinal);
        await Sweep(person);
        Assert.False(File.Exists(PathOf(file)));
    }

    [Fact]
    public async Task A_photo_is_no_line_to_be_looked_for_or_reworded()
    {
        var person = await Somebody("line");
        await person.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var entry = Assert.Single(await Entries(person)).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await person.Get($"/me/portrait/{entry}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post($"/me/portrait/{entry}", ("text", "x"), ("scope", person.Person.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post("/me/portrait", ("facet", "photo"), ("text", "x"), ("scope", person.Person.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Get("/me/portrait/new?facet=photo")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get("/me/portrait/photo")).Location, StringComparison.Ordinal);
        Assert.Equal("Everybody", (await world.Ines.Get("/c/millbrook/people?facet=photo")).Page.QuerySelector(".tabs [aria-current]")!.TextContent);
    }

    private static string Name(string key) => $"Wen {char.ToUpperInvariant(key[0])}{key[1..]}";

    private static string InMillbrook(Visitor who) => $"/c/millbrook/people/{who.Person.Id}";

    private static string Outside(Visitor who) => $"/people/{who.Person.Id}";

    private async Task<Visitor> Somebody(string key)
    {
        var visitor = await world.Register(Name(key), $"{key}@photo.example");
        await world.Join(visitor, world.Millbrook);
        return visitor;
    }

    private Task<List<PortraitEntry>> Entries(Visitor who) => world.Read(db => db.The<PortraitEntry>().Where(e => e.PersonId == who.Person.Id).ToListAsync());

    private Task<Attachment> FileOf(Visitor who) => world.Read(db => db.The<Attachment>().SingleAsync(a => a.PersonId == who.Person.Id));

    private string PathOf(Attachment file) => world.Services.GetRequiredService<Blobs>().PathOf(file.Owner, file.BlobName);

    private IOutboxHandler Handler(string kind) => world.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == kind);

    /// <summary>What was left to be swept for them, once its files are old enough to be told from new ones.</summary>
    private async Task Sweep(Visitor who)
    {
        var last = await world.Read(db => db.The<OutboxRow>().Where(o => o.Kind == FileSweep.KindOfWork && o.Subject == who.Person.Id.Value).OrderBy(o => o.DueAt).LastAsync());
        foreach (var old in Directory.GetFiles(world.Services.GetRequiredService<Blobs>().Folder(who.Person.Id))) Age(old);
        await Handler(FileSweep.KindOfWork).Handle(last, TestContext.Current.CancellationToken);
    }

    private void Age(string file)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, world.Time.GetUtcNow().UtcDateTime - OrphanBlobs.Rest - TimeSpan.FromMinutes(1));
        }
        catch (FileNotFoundException)
        {
            // The house swept it by itself meanwhile.
        }
    }
}
