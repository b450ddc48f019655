using System.Net;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Mail;
using Leaderful.Pages;
using Leaderful.Pages.Mentions;
using Leaderful.Pages.Together;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Linking;

/// <summary>What a page leads to lists the page, and conversations are begun about it.</summary>
public class PageLinkTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task Pages_conversations_circles_and_people_say_which_pages_lead_to_them()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var (talk, aim) = (await world.Begin(world.Ruth, CircleWorld.Own("Talk")), await Page(world.Ruth, "Aim", ""));
        var paths = new[] { Talk.Path(talk), aim, CircleWorld.Path(circle), $"/c/millbrook/people/{world.Wen.Person.Id}" };
        var title = CircleWorld.Own("Points");
        var page = await Page(world.Bea, title, string.Join(", ", paths.Select(p => $"[there]({p})")), isTitle: true);
        foreach (var path in paths) Assert.Contains(page, Hrefs(await world.Ines.Get(path)));
        await world.Bea.Post($"{page}/deletion");
        foreach (var path in paths) Assert.DoesNotContain(title, (await world.Ines.Get(path)).Text, StringComparison.Ordinal);
        await world.Bea.Post($"{page}/restoration");
        Assert.Contains(page, Hrefs(await world.Ines.Get(aim)));
    }

    [Fact]
    public async Task Nobody_learns_of_a_page_they_do_not_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (talk, aim) = (await world.Begin(world.Ruth, CircleWorld.Own("Talk")), await Page(world.Ruth, "Aim", ""));
        var canary = CircleWorld.Own("Canary");
        var page = await Page(world.Ruth, canary, $"[one]({Talk.Path(talk)}/posts/1) [two]({aim}) [three](/c/millbrook/people/{world.Wen.Person.Id})", circle.ScopeId, isTitle: true);
        foreach (var path in new[] { Talk.Path(talk), aim, $"/c/millbrook/people/{world.Wen.Person.Id}" })
        {
            Assert.Contains(page, Hrefs(await world.Wen.Get(path)));
            foreach (var other in new[] { world.Bea, world.Ines }) Assert.DoesNotContain(canary, (await other.Get(path)).Text, StringComparison.Ordinal);
        }
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.DoesNotContain(canary, (await world.Wen.Get(aim)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_leads_to_a_page_is_told_of_there_and_what_is_not_there_is_no_link()
    {
        var aim = await Page(world.Ruth, "Aim", $"[self]({List}/{Id<Page>.New()}) [elsewhere](https://elsewhere.example{List})");
        var title = CircleWorld.Own("Speaks");
        await world.Begin(world.Wen, title, $"See [it]({aim}).");
        Assert.Contains(title, (await world.Bea.Get(aim)).Page.QuerySelectorAll(".around .spoken-of a").Select(a => a.TextContent));
        var id = Id<Thing>.Parse(aim.Split('/')[^1], null);
        Assert.Equal(0, await world.Read(db => db.The<Link>().CountAsync(l => l.FromId == id)));
    }

    [Fact]
    public async Task A_conversation_about_a_page_is_for_those_who_read_the_page_unless_they_choose_otherwise()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var canary = CircleWorld.Own("Canary");
        var page = await Page(world.Ruth, canary, "", circle.ScopeId, isTitle: true);
        var begin = await world.Wen.Get((await world.Wen.Get(page)).Page.QuerySelector(".around a[href*='?about=']")!.GetAttribute("href")!);
        Assert.NotNull(begin.Page.QuerySelector($"input[name=to][value='{circle.ScopeId}'][checked]"));
        var title = CircleWorld.Own("About it");
        var talk = await world.Wen.Submit(begin, "/conversations", ("title", title), ("text", "I think"));
        Assert.Equal(page, talk.Page.QuerySelector(".about a")!.GetAttribute("href"));
        Assert.Contains(title, (await world.Ruth.Get(page)).Main, StringComparison.Ordinal);
        var open = (await world.Wen.Post("/c/millbrook/conversations", ("title", CircleWorld.Own("Open")), ("text", "To all"), ("to", world.Millbrook.ScopeId.ToString()), ("about", page.Split('/')[^1]))).Location;
        Assert.Contains(canary, (await world.Ruth.Get(open)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.DoesNotContain(canary, (await other.Get(open)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(canary, (await other.Get($"/c/millbrook/conversations/new?about={page.Split('/')[^1]}")).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(canary, (await world.Hanna.Get($"/c/harbour/conversations/new?about={page.Split('/')[^1]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_named_finds_it_on_Today_until_they_open_the_page_and_only_if_they_read_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (all, few) = (CircleWorld.Own("For all"), CircleWorld.Own("For few"));
        var names = $"[one](/c/millbrook/people/{world.Wen.Person.Id}) [two](/c/millbrook/people/{world.Bea.Person.Id}) [me](/c/millbrook/people/{world.Ruth.Person.Id})";
        var page = await Page(world.Ruth, all, names, isTitle: true);
        await Page(world.Ruth, few, names, circle.ScopeId, isTitle: true);
        Assert.Contains(few, (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Contains(all, (await world.Bea.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(few, (await world.Bea.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(all, (await world.Ruth.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        await world.Bea.Get(page);
        Assert.DoesNotContain(all, (await world.Bea.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.Contains(all, (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_chosen_in_the_editor_is_told_once_however_often_it_comes_and_goes()
    {
        var title = CircleWorld.Own("Called");
        var path = await Page(world.Ruth, title, "", isTitle: true);
        var id = Id<Page>.Parse(path.Split('/')[^1], null);
        var keeper = world.Services.GetRequiredService<PageKeeper>();
        await using var hand = await Hand.On(world, world.Wen, id);
        await Call(hand, "Bea Lindqvist", "Bea Lindqvist");
        await Call(hand, world.Wen.Person.Id.ToString(), "Wen Li");
        await Call(hand, world.Hanna.Person.Id.ToString(), "Hanna Vogt");
        await keeper.Keep(id);
        Assert.Contains(title, (await world.Bea.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await world.Wen.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await Mentions());
        await hand.Erase(0);
        await hand.Kept();
        await keeper.Keep(id);
        Assert.DoesNotContain(title, (await world.Bea.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(path, Hrefs(await world.Ruth.Get($"/c/millbrook/people/{world.Bea.Person.Id}")));
        await Call(hand, "Bea Lindqvist", "Bea Lindqvist");
        await keeper.Keep(id);
        Assert.Contains(path, Hrefs(await world.Ruth.Get($"/c/millbrook/people/{world.Bea.Person.Id}")));
        Assert.Equal(2, await Mentions());

        Task<int> Mentions() => world.Read(db => db.The<PageMention>().CountAsync(m => m.PageId == id));
    }

    private static async Task Call(Hand hand, string id, string label)
    {
        var update = hand.Doc.Transact(() =>
        {
            var name = hand.Doc.GetXmlFragment("default").AddElement("paragraph").AddElement("mention");
            name.SetAttribute("id", id);
            name.SetAttribute("label", label);
        });
        await hand.SendUpdate(update!);
        await hand.Kept();
    }

    [Fact]
    public async Task A_letter_goes_once_to_whoever_was_named_and_has_not_seen_it()
    {
        await using var own = new World();
        await own.InitializeAsync();
        var text = $"[name](/c/millbrook/people/{own.Ines.Person.Id})";
        await own.Read(async db => await db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, own.Time.Utc())));
        await own.Ruth.Post(List, ("title", "Letter"), ("text", text), ("to", own.Millbrook.ScopeId.ToString()));
        var mention = await own.Read(db => db.The<PageMention>().SingleAsync());
        Assert.Equal((own.Ines.Person.Id, null, null), (mention.PersonId, mention.SeenAt, mention.ToldAt));
        await Told(own, mention.Id);
        var letters = await own.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == own.Ines.Person.Email && m.Subject.Contains("Letter")));
        await Told(own, mention.Id);
        Assert.Equal(letters, await own.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == own.Ines.Person.Email && m.Subject.Contains("Letter"))));
    }

    private static Task Told(World world, Id<PageMention> mention) => world.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == TellingNamed.KindOfWork)
        .Handle(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = TellingNamed.KindOfWork, Subject = mention.Value, DueAt = world.Time.Utc() }, TestContext.Current.CancellationToken);

    private async Task<string> Page(Visitor who, string title, string text, Id<Scope>? scope = null, bool isTitle = false)
    {
        var answer = await who.Post(List, ("title", isTitle ? title : CircleWorld.Own(title)), ("text", text), ("choice", "to"), ("to", (scope ?? world.Millbrook.ScopeId).ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location;
    }

    private static string[] Hrefs(Screen page) => [.. page.Page.QuerySelectorAll(".spoken-of a").Select(a => a.GetAttribute("href") ?? "")];
}
