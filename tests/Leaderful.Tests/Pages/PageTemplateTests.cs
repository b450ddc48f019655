using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>A community makes templates of its own pages; what stands on one is copied, and not its history.</summary>
public class PageTemplateTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task A_page_begins_with_what_stands_on_another_and_not_with_how_it_came_to_stand_there()
    {
        var (title, path) = await Page(world.Ruth, "## Who came\n\n- [ ] somebody", world.Millbrook.ScopeId);
        var template = Id<Page>.Parse(path.Split('/')[^1], null);
        await using (var hand = await Hand.On(world, world.Ruth, template))
        {
            await hand.Write("Taken away again");
            await hand.Kept();
            await hand.Erase((int)hand.Doc.GetXmlFragment("default").Count - 1);
            await hand.Kept();
        }
        await world.Ruth.Submit(await world.Ruth.Get(path), "/template");
        var form = await world.Wen.Get($"{List}/new");
        Assert.Contains(title, form.Page.QuerySelectorAll("label.choice").Select(l => l.TextContent.Trim()));
        var page = await world.Wen.Submit(form, "/pages", ("title", CircleWorld.Own("Begun")), ("template", template.ToString()));
        Assert.Equal("Who came", page.Page.QuerySelector(".page-text h2")!.TextContent.Trim());
        var begun = Id<Page>.Parse(page.Response.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1], null);
        var rows = await world.Read(db => db.The<PageUpdate>().Where(u => u.PageId == begun).ToListAsync());
        Assert.DoesNotContain("Taken away", System.Text.Encoding.UTF8.GetString(Assert.Single(rows).Bytes), StringComparison.Ordinal);
        Assert.Equal([world.Wen.Person.ActorId], await world.Read(db => db.The<PageWriter>().Where(w => w.PageId == begun).Select(w => w.ActorId).Distinct().ToListAsync()));
        await world.Ines.Submit(await world.Ines.Get(path), "/template/ending");
        Assert.DoesNotContain(title, (await world.Wen.Get($"{List}/new")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Wen.Post(List, ("title", "Late"), ("template", template.ToString()), ("to", world.Millbrook.ScopeId.ToString()))).Status);
    }

    [Fact]
    public async Task Whoever_is_named_on_a_template_is_not_told_of_each_page_begun_with_it()
    {
        var (_, path) = await Page(world.Ruth, $"[her](/c/millbrook/people/{world.Bea.Person.Id})", world.Millbrook.ScopeId);
        await world.Ruth.Post($"{path}/template");
        await world.Bea.Get(path);
        var title = CircleWorld.Own("Begun with a name");
        await world.Wen.Post(List, ("title", title), ("template", path.Split('/')[^1]), ("choice", "to"), ("to", world.Millbrook.ScopeId.ToString()));
        Assert.DoesNotContain(title, (await world.Bea.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Ruth.Get($"/c/millbrook/people/{world.Bea.Person.Id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_tend_a_page_offer_it_and_only_those_who_read_it_begin_with_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var canary = CircleWorld.Own("Canary");
        var (title, path) = await Page(world.Ruth, canary, circle.ScopeId);
        foreach (var other in new[] { world.Wen, world.Bea, world.Ines, world.Hanna, world.Samir })
            foreach (var act in new[] { "template", "template/ending" })
                Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/{act}")).Status);
        await world.Ruth.Post($"{path}/template");
        Assert.Contains(title, (await world.Wen.Get($"{List}/new")).Main, StringComparison.Ordinal);
        foreach (var (other, list) in new[] { (world.Bea, List), (world.Ines, List), (world.Hanna, "/c/harbour/pages") })
        {
            Assert.DoesNotContain(title, (await other.Get($"{list}/new")).Text, StringComparison.Ordinal);
            var tried = await other.Post(list, ("title", CircleWorld.Own("Tried")), ("template", path.Split('/')[^1]), ("to", (list == List ? world.Millbrook : world.Harbour).ScopeId.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
            Assert.DoesNotContain(canary, tried.Text, StringComparison.Ordinal);
        }
        await world.Ruth.Post($"{path}/deletion");
        Assert.DoesNotContain(title, (await world.Wen.Get($"{List}/new")).Text, StringComparison.Ordinal);
    }

    private static async Task<(string Title, string Path)> Page(Visitor who, string text, Id<Scope> scope)
    {
        var title = CircleWorld.Own("Form");
        return (title, (await who.Post(List, ("title", title), ("text", text), ("choice", "to"), ("to", scope.ToString()))).Location);
    }
}
