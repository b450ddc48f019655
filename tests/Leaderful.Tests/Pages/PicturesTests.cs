using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Pages;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Pictures on pages: brought by whoever writes, seen by whoever reads.</summary>
public class PicturesTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_picture_is_brought_without_what_the_camera_wrote_and_seen_by_those_who_read_the_page_and_nobody_else()
    {
        var page = await Page();
        var answer = await Bring(world.Ruth, page, "lock.jpg", MadePictures.Jpeg());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("src").GetString()!;
        var seen = await world.Ines.Client.GetAsync(address);
        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", seen.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain(MadePictures.Secret, Encoding.Latin1.GetString(await seen.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Bring(other, page, "lock.jpg", MadePictures.Jpeg())).StatusCode);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(address)).Location, StringComparison.Ordinal);
        await world.Ruth.Post($"/c/millbrook/pages/{page}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(address)).Status);
    }

    [Fact]
    public async Task A_page_is_taken_along_with_its_pictures_and_with_addresses_that_lead_here()
    {
        var page = await Page();
        var src = (await (await Bring(world.Ruth, page, "lock.jpg", MadePictures.Jpeg())).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("src").GetString()!;
        await using (var hand = await Hand.On(world, world.Ruth, page))
        {
            await hand.SendUpdate(hand.Doc.Transact(() =>
            {
                hand.Doc.GetXmlFragment("default").AddElement("image").SetAttribute("src", src);
                hand.Doc.GetXmlFragment("default").AddElement("paragraph").AddText().Insert(0, "there", new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = "/c/millbrook" } });
            })!);
            await hand.Kept();
        }
        var html = await world.Ruth.Get($"/c/millbrook/pages/{page}/html");
        Assert.StartsWith("data:image/jpeg;base64,", html.Page.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
        var house = world.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal($"{house}/c/millbrook", html.Page.QuerySelector("a")!.GetAttribute("href"));
        var markdown = (await world.Ruth.Get($"/c/millbrook/pages/{page}/markdown")).Text;
        Assert.Contains($"({house}{src})", markdown, StringComparison.Ordinal);
        Assert.Contains($"[there]({house}/c/millbrook)", markdown, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", (await world.Ines.Client.GetStringAsync(new Uri($"/c/millbrook/pages/{page}/writers", UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_or_comes_too_late_is_refused_and_nothing_is_kept()
    {
        var page = await Page();
        foreach (var (name, bytes, status) in new (string, byte[], HttpStatusCode)[]
        {
            ("half.jpg", MadePictures.Jpeg()[..60], HttpStatusCode.UnprocessableEntity),
            ("words.png", "Only words"u8.ToArray(), HttpStatusCode.UnprocessableEntity),
            ("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), HttpStatusCode.UnprocessableEntity),
            ("large.png", new byte[Upload.MostBytes + 1], HttpStatusCode.RequestEntityTooLarge),
        })
            Assert.Equal(status, (await Bring(world.Ruth, page, name, bytes)).StatusCode);
        await world.Ruth.Post($"/c/millbrook/pages/{page}/closing");
        Assert.Equal(HttpStatusCode.NotFound, (await Bring(world.Ines, page, "late.png", MadePictures.Png())).StatusCode);
        Assert.Equal(0, await world.Read(db => db.The<Attachment>().CountAsync(a => a.ThingId == page.As<Thing>())));
    }

    [Fact]
    public async Task Many_at_once_are_each_kept_and_go_when_the_page_has_gone()
    {
        await using var own = new World();
        await own.InitializeAsync();
        var page = await own.Writes.Do(unit => unit.BeginPage(own.Ines.Person.ActorId, own.Millbrook.Id, own.Millbrook.ScopeId, "Photos"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Bring(own.Ines, page, $"{n}.png", MadePictures.Png())));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(Enumerable.Range(1, 8), await own.Read(db => db.The<Attachment>().Where(a => a.ThingId == page.As<Thing>()).OrderBy(a => a.Number).Select(a => a.Number).ToListAsync()));
        await own.Ines.Post($"/c/millbrook/pages/{page}/deletion");
        own.Time.Advance(Bin.Keeps + TimeSpan.FromHours(1));
        await own.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == PagePurging.KindOfWork)
            .Handle(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = PagePurging.KindOfWork, Subject = page.Value, DueAt = own.Time.Utc() }, TestContext.Current.CancellationToken);
        Assert.Equal(0, await own.Read(db => db.The<Attachment>().CountAsync(a => a.ThingId == page.As<Thing>())));
    }

    private Task<Id<Page>> Page() => world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "Photos"));

    private static async Task<HttpResponseMessage> Bring(Visitor who, Id<Page> page, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        return await who.Client.PostAsync(new Uri($"/c/millbrook/pages/{page}/pictures", UriKind.Relative), form);
    }
}
