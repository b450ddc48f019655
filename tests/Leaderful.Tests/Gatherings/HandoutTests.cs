using System.Net;
using System.Text;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>Whoever sees a gathering brings files to it and opens them; nobody else does.</summary>
public class HandoutTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/gatherings";

    [Fact]
    public async Task Whoever_sees_it_brings_pictures_and_files_which_all_who_see_it_open()
    {
        var id = await Called("Flip charts");
        Assert.Null((await world.Bea.Get($"{List}/{id}")).Page.QuerySelector("#handouts"));
        var page = await Bring(world.Bea, id, ("C:\\photos\\board.jpg", MadePictures.Jpeg()), ("slides.pdf", "%PDF-1.7 Slides"u8.ToArray()));
        Assert.Equal("Flip charts", page.Heading);
        var picture = page.Page.QuerySelector(".handouts .picture img")!;
        Assert.Equal("Picture: board.jpg", picture.GetAttribute("alt"));
        var read = await world.Wen.Get($"{List}/{id}");
        var link = read.Page.QuerySelector(".handouts a[download]")!;
        Assert.Equal("slides.pdf", link.TextContent);
        Assert.Contains("Bea Lindqvist", read.Page.QuerySelector(".handouts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7 Slides", await world.Wen.Client.GetStringAsync(link.GetAttribute("href")));
        Assert.DoesNotContain(MadePictures.Secret, Encoding.Latin1.GetString(await world.Wen.Client.GetByteArrayAsync(picture.GetAttribute("src"))), StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(link.GetAttribute("href")!)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/handouts/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Send(other, id, ("theirs.txt", "Theirs"u8.ToArray()))).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(link.GetAttribute("href")!)).Location, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.FileName == "theirs.txt")));
    }

    [Fact]
    public async Task Of_a_circle_only_the_circle_sees_them()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), Wish("Among us")));
        var href = (await Bring(world.Wen, id, ("ours.txt", "Ours"u8.ToArray()))).Page.QuerySelector(".handouts a")!.GetAttribute("href")!;
        Assert.Equal("Ours", await world.Ruth.Client.GetStringAsync(href));
        foreach (var other in world.Others)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(href)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{List}/{id}/handouts/new")).Status);
        }
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(href)).Status);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_on_the_field_and_nothing_is_written()
    {
        var id = await Called("Too much");
        foreach (var (name, bytes, words) in new (string, byte[], string)[]
        {
            ("large.bin", new byte[Upload.MostBytes + 1], "larger than 10 MB"),
            ("half.jpg", MadePictures.Jpeg()[..60], "cannot be taken as it is"),
        })
        {
            var again = await Send(world.Bea, id, (name, bytes));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains(words, again.Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("At most 6", (await Send(world.Bea, id, [.. Enumerable.Range(1, 7).Select(n => ($"{n}.txt", "x"u8.ToArray()))])).Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose what", (await Send(world.Bea, id)).Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.ThingId == id.As<Thing>())));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(world.Bea, Id<Gathering>.New(), ("lost.txt", "x"u8.ToArray()))).Status);
    }

    [Fact]
    public async Task What_is_sent_twice_or_at_once_is_there_once_and_in_order()
    {
        var id = await Called("Twice");
        var one = ("once.txt", "Once"u8.ToArray());
        await Task.WhenAll(Bring(world.Bea, id, one), Bring(world.Bea, id, one), Bring(world.Wen, id, ("other.txt", "Other"u8.ToArray())));
        var page = await Bring(world.Bea, id, one);
        Assert.Equal(["once.txt", "other.txt"], page.Page.QuerySelectorAll(".handouts a").Select(a => a.TextContent).Order());
    }

    [Fact]
    public async Task Who_brought_it_takes_it_off_and_back_and_so_do_its_hosts_and_nobody_else()
    {
        var id = await Called("Taken off");
        var href = (await Bring(world.Bea, id, ("mine.txt", "Mine"u8.ToArray()))).Page.QuerySelector(".handouts a")!.GetAttribute("href")!;
        var file = href.Split('/')[^1];
        Assert.Null((await world.Wen.Get($"{List}/{id}")).Page.QuerySelector(".handouts form"));
        foreach (var other in new[] { world.Wen, world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/handouts/{file}/deletion")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{await Called("Elsewhere")}/handouts/{file}/deletion")).Status);

        var off = await world.Bea.Submit(await world.Bea.Get($"{List}/{id}"), $"/{file}/deletion");
        Assert.Null(off.Page.QuerySelector("#handouts"));
        foreach (var visitor in new[] { world.Bea, world.Wen, world.Ruth }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(href)).Status);
        Assert.Contains("mine.txt", (await world.Bea.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Wen, world.Ruth, world.Hanna })
        {
            Assert.DoesNotContain("mine.txt", (await other.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/handouts/{file}/restoration")).Status);
        }
        await world.Bea.Submit(off, $"/{file}/restoration");
        Assert.Equal("Mine", await world.Wen.Client.GetStringAsync(href));

        await world.Ruth.Submit(await world.Ruth.Get($"{List}/{id}"), $"/{file}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/handouts/{file}/restoration")).Status);
        await world.Ines.Submit(await world.Ines.Get("/c/millbrook/bin"), $"/{file}/restoration");
        Assert.Equal("Mine", await world.Bea.Client.GetStringAsync(href));
    }

    [Fact]
    public async Task After_thirty_days_in_the_bin_its_bytes_go_and_one_that_was_put_back_stays()
    {
        var id = await Called("Purged");
        var page = await Bring(world.Bea, id, ("goes.txt", "Goes"u8.ToArray()), ("stays.txt", "Stays"u8.ToArray()));
        var (goes, stays) = (await Named("goes.txt"), await Named("stays.txt"));
        foreach (var file in new[] { goes, stays }) await world.Bea.Post($"{List}/{id}/handouts/{file.Id}/deletion");
        await world.Bea.Post($"{List}/{id}/handouts/{stays.Id}/restoration");
        await world.Work(HandoutPurging.KindOfWork, goes.Id.Value);
        Assert.NotNull(await Named("goes.txt"));
        await world.Writes.Do(unit => unit.Db.The<Attachment>().Where(a => a.Id == goes.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TakenOffAt, unit.Now - Bin.Keeps)));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{List}/{id}/handouts/{goes.Id}/restoration")).Status);
        foreach (var file in new[] { goes, stays }) await world.Work(HandoutPurging.KindOfWork, file.Id.Value);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.Id == goes.Id)));
        Assert.Equal("Stays", await world.Bea.Client.GetStringAsync($"/files/{stays.Id}"));
        Assert.True(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Kind == FileSweep.KindOfWork && o.Subject == world.Millbrook.Id.Value)));
        Assert.NotNull(page);
    }

    [Fact]
    public async Task With_the_gathering_they_go_into_the_bin_come_back_and_go_for_good()
    {
        var id = await Called("Whole");
        await Bring(world.Bea, id, ("whole.txt", "Whole"u8.ToArray()));
        var file = await Named("whole.txt");
        await world.Ruth.Post($"{List}/{id}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/files/{file.Id}")).Status);
        await world.Ruth.Post($"{List}/{id}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get($"/files/{file.Id}")).Status);
        await world.Ruth.Post($"{List}/{id}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(GatheringPurging.KindOfWork, id.Value);
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.Id == file.Id)));
    }

    [Fact]
    public async Task Whoever_takes_their_words_along_takes_what_they_brought_and_leaves_what_others_did()
    {
        var joss = await world.Newcomer();
        var shared = await world.Writes.Do(unit => unit.CallGathering(joss.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish("Brought to")));
        await Bring(joss, shared, ("joss.txt", "Of Joss"u8.ToArray()));
        await Bring(world.Bea, shared, ("bea.txt", "Of Bea"u8.ToArray()));
        var theirs = await Named("bea.txt");
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.FileName == "joss.txt")));
        // Nobody comes, but somebody brought something: it is theirs, too.
        Assert.Contains("bea.txt", (await world.Bea.Get($"{List}/{shared}")).Main, StringComparison.Ordinal);
        Assert.Equal("Of Bea", await world.Wen.Client.GetStringAsync($"/files/{theirs.Id}"));
    }

    [Fact]
    public async Task What_no_longer_fits_stays_in_the_bin_and_it_is_said()
    {
        var id = await Called("Full since");
        await Bring(world.Bea, id, ("waits.txt", "Waits"u8.ToArray()));
        var (file, there) = ((await Named("waits.txt")).Id, HandingOut.Most);
        await world.Bea.Post($"{List}/{id}/handouts/{file}/deletion");
        await world.Writes.Do(unit => unit.AttachBy(world.Wen.Person.ActorId, world.Millbrook.Id, id.As<Thing>(), [.. Enumerable.Range(0, there).Select(n => new KeptFile(Id<Attachment>.New(), $"{n}.txt", "text/plain", 1, new byte[32]))], 2));
        var page = await world.Bea.Post($"{List}/{id}/handouts/{file}/restoration");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("this one stays in the bin", page.Main, StringComparison.Ordinal);
        Assert.NotNull((await Named("waits.txt")).TakenOffAt);
        await world.Wen.Post($"{List}/{id}/handouts/{(await Named("7.txt")).Id}/deletion");
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Bea.Post($"{List}/{id}/handouts/{file}/restoration")).Status);
    }

    private Task<Attachment> Named(string name) => world.Read(db => db.The<Attachment>().SingleAsync(a => a.FileName == name));

    private GatheringWish Wish(string title) => new(GatheringKind.Workshop, title, new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(3)), new TimeOnly(18, 0), 60, "Etc/UTC"));

    private Task<Id<Gathering>> Called(string title) =>
        world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(title)));

    /// <summary>As a browser does without any script: from the form's own page.</summary>
    private static async Task<Screen> Bring(Visitor who, Id<Gathering> id, params (string Name, byte[] Bytes)[] files)
    {
        var form = (await who.Get($"{List}/{id}/handouts/new")).Page.QuerySelector("form[action$='/handouts']")!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        var answer = await Send(who, id, files);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await who.Follow(answer);
    }

    private static async Task<Screen> Send(Visitor who, Id<Gathering> id, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        if (files.Length == 0) form.Add(new ByteArrayContent([]), "files", "\"\"");
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await Screen.Of(await who.Client.PostAsync($"{List}/{id}/handouts", form));
    }
}
