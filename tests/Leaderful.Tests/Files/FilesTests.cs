using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Files;

/// <summary>Files stand behind the door of what they hang on, and nothing in them runs.</summary>
public class FilesTests(World world) : IClassFixture<World>
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_member_finds_a_mails_file_under_it_and_saves_it()
    {
        var (file, post) = await Attached("plan.txt", "text/plain", "The plan.");
        var page = await world.Ruth.Get(Talk.Path(post.ConversationId));
        var link = page.Page.QuerySelector($".files a[href='/files/{file.Id}']");
        Assert.Equal("plan.txt", link?.TextContent);
        Assert.Contains("9 bytes", page.Page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        var answer = await world.Ruth.Client.GetAsync($"/files/{file.Id}");
        Assert.Equal("The plan.", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("plan.txt", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(9, file.Size);
    }

    [Fact]
    public async Task Nobody_else_finds_it()
    {
        var (file, post) = await Attached("secret.txt", "text/plain", "Between us.");
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/files/{file.Id}")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/files/{file.Id}")).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/files/{Id<Attachment>.New()}")).Status);

        await world.Writes.Do(unit => unit.TakeDown(world.Ines.Person.ActorId, post.ConversationId));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/files/{file.Id}")).Status);
        await world.Writes.Do(unit => unit.PutBack(world.Ines.Person.ActorId, post.ConversationId));
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"/files/{file.Id}")).Status);
        await world.Writes.Do(unit => unit.TakeDown(world.Ines.Person.ActorId, post.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/files/{file.Id}")).Status);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml", "p.svg", FileKind.Unknown)]
    [InlineData("<html><script>alert(1)</script></html>", "text/html", "p.png", FileKind.Unknown)]
    [InlineData("%PDF-1.7 and so on", "image/png", "p.png", "application/pdf")]
    [InlineData("Only words", "image/png", "p.png", "text/plain")]
    public async Task What_is_not_a_picture_is_never_shown(string content, string said, string name, string kind)
    {
        var (file, _) = await Attached(name, said, content);
        Assert.Equal(kind, file.ContentType);
        await HoldsShut($"/files/{file.Id}?view", "attachment", kind);
    }

    [Fact]
    public async Task A_picture_is_shown_when_asked_for_and_still_nothing_in_it_runs()
    {
        var (file, _) = await Attached("p.bin", "application/octet-stream", Pixel, "base64");
        await HoldsShut($"/files/{file.Id}?view", "inline", "image/png");
        await HoldsShut($"/files/{file.Id}", "attachment", "image/png");
    }

    [Fact]
    public void A_picture_too_large_to_draw_is_no_picture()
    {
        var lies = File.ReadAllBytes(Corpora.PathOf("uploads-hostile/header-lies-65535x65535.png"));
        Assert.Equal(FileKind.Unknown, FileKind.Of(lies));
        Assert.Equal("image/png", FileKind.Of(File.ReadAllBytes(Corpora.PathOf("uploads-hostile/ok-1x1.png"))));
        Assert.Equal(FileKind.Unknown, FileKind.Of(File.ReadAllBytes(Corpora.PathOf("uploads-hostile/svg-onload.svg"))));
        Assert.NotEqual("image/png", FileKind.Of(File.ReadAllBytes(Corpora.PathOf("uploads-hostile/html-as.png"))));
    }

    [Fact]
    public async Task A_picture_of_the_text_stands_in_the_text()
    {
        var html = $"<p>Look:</p><img src=\"cid:pic@x\" alt=\"us\">";
        var mail = Letterbox.Letter($"{Guid.NewGuid()}@x", "Inline", more: "Content-Type: multipart/related; boundary=b\n", text:
            $"--b\nContent-Type: text/html\n\n{html}\n--b\nContent-Type: image/png\nContent-ID: <pic@x>\nContent-Transfer-Encoding: base64\n\n{Pixel}\n--b--");
        await world.BringIn(world.Millbrook, mail);
        var post = (await world.Posts(world.Millbrook)).Single(p => p.Title == "Inline");
        var page = await world.Ruth.Get(Talk.Path(post.ConversationId));
        var picture = page.Page.QuerySelector("#p1 .read img")!;
        Assert.Null(page.Page.QuerySelector("#p1 .files"));
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(picture.GetAttribute("src")!)).Status);
    }

    [Fact]
    public async Task What_no_row_names_goes_after_a_day()
    {
        var (file, _) = await Attached("kept.txt", "text/plain", "Kept.");
        var blobs = new Blobs(new Settings { DataFolder = world.Folder });
        var orphan = Id<Attachment>.New().ToString();
        blobs.Write(world.Millbrook.Id, orphan, "left over"u8);
        var tomorrow = File.GetLastWriteTimeUtc(blobs.PathOf(world.Millbrook.Id, orphan)).AddDays(1);
        Assert.Equal(0, await world.Read(db => OrphanBlobs.Remove(db, blobs, world.Millbrook.Id, tomorrow)));
        Assert.Equal(1, await world.Read(db => OrphanBlobs.Remove(db, blobs, world.Millbrook.Id, tomorrow.AddHours(1))));
        Assert.True(File.Exists(blobs.PathOf(world.Millbrook.Id, file.BlobName)));
    }

    private async Task HoldsShut(string path, string disposition, string kind)
    {
        var answer = await world.Ruth.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(disposition == "inline" ? "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'" : "sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    private async Task<(Attachment File, SeenPost Post)> Attached(string name, string type, string content, string encoding = "8bit")
    {
        var subject = $"Attached {Guid.NewGuid():N}";
        await world.BringIn(world.Millbrook, Letterbox.Letter($"{Guid.NewGuid()}@x", subject, more: "Content-Type: multipart/mixed; boundary=b\n", text:
            $"--b\n\nSee below.\n--b\nContent-Type: {type}\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: {encoding}\n\n{content}\n--b--"));
        var post = (await world.Posts(world.Millbrook)).Single(p => p.Title == subject);
        return (await world.Read(db => db.The<Attachment>().SingleAsync(a => a.ThingId == post.Id.As<Thing>())), post);
    }
}
