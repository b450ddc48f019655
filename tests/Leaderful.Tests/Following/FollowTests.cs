using System.Net;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Following;

public class FollowTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Bea = "Bea Lindqvist";

    [Fact]
    public async Task Loud_is_a_mail_of_everything_and_quiet_of_nothing()
    {
        var id = await world.Begin(world.Ruth, Title);
        await Tell();
        await Choose(world.Wen, id, "loud");
        await Choose(world.Bea, id, "quiet");
        await world.Reply(world.Ruth, id, "The insurance says *supervised*.\n\nNothing else.");
        await world.Reply(world.Wen, id, "My own words.");
        await Say(world.Ruth, id, $"@{Bea}, you as well.");
        await Tell();
        var mail = Assert.Single(await Mails(world.Wen, id));
        Assert.Contains("The insurance says supervised.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("you as well", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("My own words", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/c/millbrook/conversations/{id}/posts/2", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await Mails(world.Bea, id));
        Assert.Empty(await Mails(world.Ruth, id));
        await Tell();
        Assert.Single(await Mails(world.Wen, id));
    }

    [Fact]
    public async Task Normal_is_a_mail_of_what_speaks_to_me()
    {
        var id = await world.Begin(world.Ruth, Title);
        await Tell();
        await world.Reply(world.Ruth, id, "To everybody.");
        await Say(world.Ruth, id, $"To you, @{Bea}.");
        await Tell();
        var mail = Assert.Single(await Mails(world.Bea, id));
        Assert.Contains("To you", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("To everybody", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await Mails(world.Wen, id));
    }

    [Fact]
    public async Task The_whole_community_can_be_loud_and_one_conversation_otherwise()
    {
        var loud = await world.Newcomer("Loud Lou");
        await loud.Submit(await loud.Get("/c/millbrook/following"), "/following", ("level", "loud"));
        var (heard, muted) = (await world.Begin(world.Ruth, Title), await world.Begin(world.Ruth, Title));
        await Choose(loud, muted, "mute");
        await world.HasRead(loud, heard);
        await Tell();
        await world.Reply(world.Ruth, heard, "Louder");
        await world.Reply(world.Ruth, muted, "Never heard");
        await Tell();
        Assert.Single(await Mails(loud, heard));
        Assert.Empty(await Mails(loud, muted));
        Assert.DoesNotContain(muted.ToString(), (await loud.Get("/c/millbrook/conversations?show=new")).Text, StringComparison.Ordinal);
        Assert.Contains(heard.ToString(), (await loud.Get("/c/millbrook/conversations?show=new")).Text, StringComparison.Ordinal);
        var choices = await loud.Get("/c/millbrook/following");
        Assert.Contains(muted.ToString(), choices.Text, StringComparison.Ordinal);
        await loud.Submit(choices, $"{muted}/following", ("level", "as-everywhere"), ("list", "yes"));
        Assert.DoesNotContain(muted.ToString(), (await loud.Get("/c/millbrook/following")).Main, StringComparison.Ordinal);
        Assert.Contains(muted.ToString(), (await loud.Get("/c/millbrook/conversations?show=new")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_mailed_that_was_read_taken_back_or_may_no_longer_be_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (id, open) = (await world.Say(world.Ruth, circle, Title), await world.Begin(world.Ruth, Title));
        await Tell();
        await Choose(world.Wen, id, "loud");
        await Choose(world.Bea, open, "loud");
        await world.Reply(world.Ruth, id, "Between us");
        await world.Wen.Submit(await world.Wen.Get(CircleWorld.Path(circle)), "/membership/ending");
        await world.Reply(world.Ruth, open, "Read at once");
        await world.HasRead(world.Bea, open);
        await world.Reply(world.Ruth, open, "Taken back at once");
        var last = await world.Post(open, 3);
        await world.Writes.Do(unit => unit.TakeDown(world.Ruth.Person.ActorId, last.Id));
        await Tell();
        Assert.Empty(await Mails(world.Wen, id));
        Assert.Empty(await Mails(world.Bea, open));
    }

    [Fact]
    public async Task What_is_muted_speaks_to_nobody_by_name_either()
    {
        var id = await world.Begin(world.Ruth, Title);
        await Choose(world.Wen, id, "mute");
        await Say(world.Ruth, id, "And you, @Wen Li?");
        Assert.Empty((await world.Wen.Get("/c/millbrook")).Page.QuerySelectorAll($"main a[href*='{id}']"));
        await Choose(world.Wen, id, "normal");
        Assert.NotEmpty((await world.Wen.Get("/c/millbrook")).Page.QuerySelectorAll($"main a[href*='{id}']"));
    }

    [Fact]
    public async Task What_I_hear_is_nobody_elses_to_choose_or_to_know()
    {
        var id = await world.Begin(world.Ruth, Title);
        await Choose(world.Wen, id, "mute");
        foreach (var other in new[] { world.Ruth, world.Bea, world.Ines })
        {
            Assert.DoesNotContain(id.ToString(), (await other.Get("/c/millbrook/following")).Main, StringComparison.Ordinal);
            Assert.Contains("Mail when named", (await other.Get(Talk.Path(id))).Page.QuerySelector("details.follow summary")!.TextContent, StringComparison.Ordinal);
        }
        foreach (var other in new[] { world.Hanna, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/following", ("level", "loud"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Wen.Post($"{Talk.Path(id)}/following", ("level", "louder"))).Status);
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var within = await world.Say(world.Ruth, circle, Title);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Talk.Path(within)}/following", ("level", "loud"))).Status);
    }

    [Fact]
    public async Task Catching_up_shows_the_end_of_what_was_missed_and_reads_it_all()
    {
        var reader = await world.Newcomer("Kit Moss");
        var id = await world.Begin(world.Ruth, Title);
        for (var n = 2; n <= 6; n++) await world.Reply(world.Ruth, id, $"Post number {n}");
        var page = await reader.Get("/c/millbrook/catch-up");
        Assert.Contains("Post number 6", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Post number 3", page.Main, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Reply(world.Ruth, id, "Said meanwhile");
        await reader.Submit(page, "/catch-up");
        var news = await reader.Get("/c/millbrook/catch-up");
        Assert.Contains("Said meanwhile", news.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Post number 6", news.Main, StringComparison.Ordinal);
        await reader.Submit(news, "/catch-up");
        Assert.DoesNotContain(id.ToString(), (await reader.Get("/c/millbrook/catch-up")).Main, StringComparison.Ordinal);
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var within = await world.Say(world.Ruth, circle, Title);
        Assert.DoesNotContain(within.ToString(), (await reader.Get("/c/millbrook/catch-up")).Text, StringComparison.Ordinal);
        Assert.Contains(within.ToString(), (await world.Wen.Get("/c/millbrook/catch-up")).Text, StringComparison.Ordinal);
    }

    private static string Title => CircleWorld.Own("Thread");

    private static async Task Choose(Visitor who, Id<Conversation> id, string level) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Post($"{Talk.Path(id)}/following", ("level", level))).Status);

    private static async Task Say(Visitor who, Id<Conversation> id, string text) =>
        await who.Submit(await who.Get(Talk.Path(id)), "/posts", ("text", text));

    /// <summary>As every half minute; what was said before is before.</summary>
    private async Task Tell()
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Writes.Do(unit => unit.Db.The<Person>().Where(p => p.Id != world.Samir.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        await world.Writes.Do(unit => unit.TellFollowers(new Letterhead(world.Services.GetRequiredService<Languages>(), "https://leaderful.example"), unit.Now));
        world.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private Task<List<QueuedMail>> Mails(Visitor to, Id<Conversation> about) =>
        world.Read(db => db.The<QueuedMail>().Where(m => m.To == to.Person.Email && m.About == about.Value).ToListAsync());
}
