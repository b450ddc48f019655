using System.Net;
using System.Text;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Files;

/// <summary>People bring pictures and files along with what they say.</summary>
public class BringingTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_picture_comes_with_a_reply_without_what_the_camera_wrote()
    {
        var id = await world.Begin(world.Ines);
        var thread = await Reply(world.Ruth, id, "Here is the lock.", ("lock.jpg", MadePictures.Jpeg()));
        var picture = thread.Page.QuerySelector("#p2 .files .picture img")!;
        Assert.Equal("Picture: lock.jpg", picture.GetAttribute("alt"));
        var answer = await world.Ines.Client.GetAsync(picture.GetAttribute("src"));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(MadePictures.Secret, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(picture.GetAttribute("src")!)).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(picture.GetAttribute("src")!)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_with_the_first_post_in_their_order_under_clean_names()
    {
        var page = await world.Ruth.Get("/c/millbrook/conversations/new");
        var begun = await Send(world.Ruth, page, "/conversations", [("title", "Plans"), ("text", "Both floors.")],
            ("C:\\plans\\ground floor.txt", "Ground"u8.ToArray()), ("../../first.pdf", "%PDF-1.7 First"u8.ToArray()));
        Assert.Equal(["ground floor.txt", "first.pdf"], begun.Page.QuerySelectorAll("#p1 .files a").Select(a => a.TextContent));
        var kinds = await world.Read(db => db.The<Attachment>().Where(a => a.FileName == "ground floor.txt" || a.FileName == "first.pdf").OrderBy(a => a.Number).Select(a => a.ContentType).ToListAsync());
        Assert.Equal(["text/plain", "application/pdf"], kinds);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_on_the_field_what_was_typed_is_kept_and_nothing_is_written()
    {
        var id = await world.Begin(world.Ines);
        foreach (var (name, bytes, words) in new (string, byte[], string)[]
        {
            ("large.bin", new byte[Upload.MostBytes + 1], "larger than 10 MB"),
            ("half.jpg", MadePictures.Jpeg()[..60], "cannot be taken as it is"),
            ("phone.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "Save it as JPEG"),
        })
        {
            var again = await Reply(world.Ruth, id, "Look at this.", (name, bytes));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains(words, again.Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(name, again.Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
            Assert.True(again.Page.QuerySelector("details.more-fields")!.HasAttribute("open"));
            Assert.Equal("Look at this.", again.Page.QuerySelector("textarea")!.TextContent);
        }
        var many = await Reply(world.Ruth, id, "All of it.", [.. Enumerable.Range(1, Upload.MostFiles + 1).Select(n => ($"{n}.txt", "x"u8.ToArray()))]);
        Assert.Contains("At most 6 files", many.Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await world.Find(id)).PostCount);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.FileName == "1.txt" || a.FileName == "half.jpg")));
    }

    [Fact]
    public async Task The_same_form_sent_twice_brings_its_files_once()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ruth.Get(Talk.Path(id));
        var first = await Send(world.Ruth, page, "/posts", [("text", "Once.")], ("once.txt", "Once"u8.ToArray()));
        var second = await Send(world.Ruth, page, "/posts", [("text", "Once.")], ("once.txt", "Once"u8.ToArray()));
        Assert.Single(first.Page.QuerySelectorAll("#p2 .files li"));
        Assert.Single(second.Page.QuerySelectorAll(".files li"));
        Assert.Equal(2, (await world.Find(id)).PostCount);
    }

    [Fact]
    public async Task Nobody_else_brings_anything()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ruth.Get(Talk.Path(id));
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await Send(other, page, "/posts", [("text", "Mine")], ("theirs.txt", "Theirs"u8.ToArray()))).Status);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.FileName == "theirs.txt")));
    }

    private async Task<Screen> Reply(Visitor who, Id<Conversation> id, string text, params (string Name, byte[] Bytes)[] files) =>
        await Send(who, await who.Get(Talk.Path(id)), "/posts", [("text", text)], files);

    private static async Task<Screen> Send(Visitor who, Screen page, string action, (string, string)[] fields, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in page.FieldsOf(action, fields).Where(f => f.Name != "files")) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await who.Follow(await Screen.Of(await who.Client.PostAsync(page.FormTo(action), form)));
    }
}
