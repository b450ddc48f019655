using System.Globalization;
using System.Net;
using System.Text;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Leaderful.Tests.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>A steward brings a mailing list in from the browser; it goes on by itself, can be stopped, and leaves no file behind.</summary>
public class UploadTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task An_archive_is_brought_in_and_its_file_is_gone()
    {
        var community = await world.Found();
        var page = await world.Ines.Follow(await Send(world.Ines, community, Archive(20) + "From - Mon Mar  1 09:00:00 2021\nX-Odd: nothing else\n\n\n"));
        Assert.Equal("Mailing lists brought in", page.Heading);
        var upload = await Ended(world, community);
        Assert.Empty(Files(world, community));
        Assert.Equal(20, await Posts(world, community));
        var import = await world.Ines.Get($"{community.Path}/imports/{upload.ImportId}");
        Assert.Equal("old list.mbox", import.Heading);
        Assert.Contains("none of the lines a mail begins with", import.Main, StringComparison.Ordinal);
        Assert.Contains("Ines Okoro", import.Main, StringComparison.Ordinal);

        // The same again brings nothing twice.
        await Send(world.Ines, community, Archive(20));
        await Ended(world, community);
        Assert.Equal(20, await Posts(world, community));
    }

    [Fact]
    public async Task A_single_mail_is_one_too()
    {
        var community = await world.Found();
        var answer = await Send(world.Ines, community, "From: Ada <ada@example.org>\nSubject: One\nMessage-ID: <one@x>\n\nA word.\n", "one.eml");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await Ended(world, community);
        Assert.Equal(1, await Posts(world, community));
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_with_a_sentence()
    {
        var community = await world.Found();
        await Refused("", "Choose the archive");
        await Refused("PK\u0003\u0004 and so on", "This is packed");
        await Refused("A letter to nobody", "does not begin as an mbox file does");
        await Refused("<html>", "does not begin as an mbox file does", "page.eml");
        using var large = new MultipartFormDataContent { { new StringContent("From "), "file", "large.mbox" } };
        large.Headers.ContentLength = 3L << 30;
        var answer = await Screen.Of(await world.Ines.Client.PostAsync($"{community.Path}/imports", large, TestContext.Current.CancellationToken));
        Assert.Contains("more than 2 GB", answer.Page.QuerySelector("#file-w")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Files(world, community));
        Assert.Equal(0, await world.Read(db => db.The<ArchiveUpload>().CountAsync(u => u.CommunityId == community.Id)));

        async Task Refused(string text, string sentence, string name = "x.mbox")
        {
            var screen = await Send(world.Ines, community, text, name);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, screen.Status);
            Assert.Contains(sentence, screen.Page.QuerySelector("#file-w")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_at_the_same_time_is_told_so_and_a_stopped_one_keeps_what_came_in()
    {
        var community = await world.Found();
        await Send(world.Ines, community, Archive(6000));
        var second = await Send(world.Ines, community, Archive(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        await Begun(world, community);
        var list = await world.Ines.Get($"{community.Path}/imports");
        Assert.NotNull(list.Page.QuerySelector("meta[http-equiv=refresh]"));
        var stopped = await world.Ines.Submit(list, "/ending");
        var upload = await Ended(world, community);
        Assert.Empty(Files(world, community));
        var posts = await Posts(world, community);
        Assert.InRange(posts, 1, 5999);
        stopped = await world.Ines.Get(stopped.Response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("What came in by then stays", stopped.Main, StringComparison.Ordinal);

        await Send(world.Ines, community, Archive(6000));
        Assert.Equal(upload.ImportId, (await Ended(world, community)).ImportId);
        Assert.Equal(6000, await Posts(world, community));
    }

    [Fact]
    public async Task The_program_ends_in_the_middle_and_each_mail_is_there_once()
    {
        await using var aside = new World();
        await aside.InitializeAsync();
        await Send(aside.Ines, aside.Millbrook, Archive(4000));
        await Begun(aside, aside.Millbrook);
        await aside.Restart();
        await Ended(aside, aside.Millbrook);
        Assert.Equal(4000, await Posts(aside, aside.Millbrook));
        Assert.Empty(Files(aside, aside.Millbrook));
    }

    [Fact]
    public async Task Nobody_else_sends_or_stops_one()
    {
        var community = await world.Found();
        await Send(world.Ines, community, Archive(1));
        var upload = await Ended(world, community);
        foreach (var other in new[] { world.Ruth, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Send(other, community, Archive(2))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{community.Path}/imports/uploads/{upload.Id}/ending")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/harbour/imports/uploads/{upload.Id}/ending")).Status);
        Assert.Equal(1, await world.Read(db => db.The<ArchiveUpload>().CountAsync(u => u.CommunityId == community.Id)));
    }

    private static string Archive(int mails) => string.Concat(Enumerable.Range(1, mails).Select(n => Letterbox.Letter(
        string.Create(CultureInfo.InvariantCulture, $"m{n}@list"), string.Create(CultureInfo.InvariantCulture, $"Question {n / 5}"), hour: n)));

    private static async Task<Screen> Send(Visitor visitor, Community community, string archive, string name = "old list.mbox")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(archive)), "file", name } };
        return await Screen.Of(await visitor.Client.PostAsync($"{community.Path}/imports", form));
    }

    private static string[] Files(World world, Community community) =>
        Path.Combine(world.Folder, "blobs", community.Id.ToString(), "uploads") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static Task<int> Posts(World world, Community community) => world.Read(db => db.The<Post>().CountAsync(p => p.CommunityId == community.Id));

    private static Task<ArchiveUpload> Ended(World world, Community community) => Until(world, async db =>
        await db.UploadIn(community.Id) is null ? await db.The<ArchiveUpload>().Where(u => u.CommunityId == community.Id).OrderByDescending(u => u.Id).FirstAsync() : null);

    private static Task<MailImport> Begun(World world, Community community) => Until(world, db =>
        db.The<MailImport>().FirstOrDefaultAsync(i => i.CommunityId == community.Id && i.Position > 0));

    private static async Task<T> Until<T>(World world, Func<Db, Task<T?>> look) where T : class
    {
        for (var wait = 0; wait < 3000; wait++)
        {
            if (await world.Read(look) is { } found) return found;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("It did not come to that.");
    }
}
