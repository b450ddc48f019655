using System.Net;
using Leaderful.Care;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Care;

public class AsideTests(CareWorld world) : IClassFixture<CareWorld>
{
    [Fact]
    public async Task Whom_I_would_rather_not_read_is_folded_for_me_alone_and_can_be_read_again()
    {
        var id = await world.Begin(world.Ruth, "By Ruth", "As Ruth says it.");
        var member = $"/c/millbrook/people/{world.Ruth.Person.Id}";
        var rule = $"[data-author=\"{world.Ruth.Person.ActorId}\"]:not(:target) .read";
        var after = await world.Joss.Submit(await world.Joss.Get(member), "/aside");
        Assert.Contains("folded for you alone", after.Main, StringComparison.Ordinal);
        await world.Joss.Post($"{member}/aside");
        Assert.Equal(1, await world.Read(db => db.The<SetAside>().CountAsync(s => s.PersonId == world.Joss.Person.Id)));

        var (mine, others) = (await world.Joss.Get(Talk.Path(id)), await world.Wen.Get(Talk.Path(id)));
        Assert.Contains(rule, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rule, others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rule, (await world.Ruth.Get(Talk.Path(id))).Text, StringComparison.Ordinal);
        Assert.Equal(others.Page.QuerySelector("#p1")!.OuterHtml, mine.Page.QuerySelector("#p1")!.OuterHtml);
        Assert.DoesNotContain("As Ruth says it.", (await world.Joss.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        Assert.Contains("As Ruth says it.", (await world.Wen.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Joss", (await world.Ruth.Get($"/c/millbrook/people/{world.Joss.Person.Id}")).Page.QuerySelector("main form")!.ParentElement!.TextContent.Replace("Joss Penhale", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var me = await world.Joss.Get("/me");
        var ending = me.FormTo("/ending");
        foreach (var other in new[] { world.Ruth, world.Wen, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(ending)).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Post(ending)).Location, StringComparison.Ordinal);
        var back = await world.Joss.Submit(await world.Joss.Get(member), "/ending");
        Assert.NotNull(back.Page.QuerySelector("form[action$='/aside']"));
        Assert.DoesNotContain(rule, (await world.Joss.Get(Talk.Path(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sets_themselves_aside_nor_somebody_of_another_community()
    {
        Assert.Null((await world.Joss.Get($"/c/millbrook/people/{world.Joss.Person.Id}")).Page.QuerySelector("form[action$='/aside']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Joss.Post($"/c/millbrook/people/{world.Joss.Person.Id}/aside")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Joss.Post($"/c/millbrook/people/{world.Tove.Person.Id}/aside")).Status);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/c/millbrook/people/{world.Ruth.Person.Id}/aside")).Status);
    }

    [Fact]
    public async Task With_an_account_it_goes_from_either_side()
    {
        var (one, two) = (await world.Register("Ada Marsh", "ada@aside.example"), await world.Register("Bo Lind", "bo@aside.example"));
        foreach (var who in new[] { one, two })
        {
            await world.Join(who, world.Millbrook);
            await world.Writes.Do(unit => unit.PutAside(Of(who), world.Ines.Person.ActorId, world.Millbrook.Id));
            await world.Writes.Do(unit => unit.PutAside(Of(world.Wen), who.Person.ActorId, world.Millbrook.Id));
            await who.Submit(await who.Get("/me/departure"), "/me/departure");
        }
        Assert.Equal(0, await world.Read(db => db.The<SetAside>().CountAsync(s => s.PersonId == one.Person.Id || s.OtherId == two.Person.ActorId)));
    }

    private static Leaderful.Accounts.Session Of(Visitor who) => new()
    {
        DeviceId = default, PersonId = who.Person.Id, ActorId = who.Person.ActorId, ScopeId = who.Person.ScopeId, Name = "", Email = "", Communities = [], Ended = CancellationToken.None,
    };
}
