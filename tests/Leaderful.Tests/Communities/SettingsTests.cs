using System.Net;
using Leaderful.Communities;
using Leaderful.Shared.Views;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class SettingsTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task What_a_steward_sets_holds_at_once_for_everybody()
    {
        var community = await world.Found(Finding.Hidden);
        await world.Ruth.Get(community.Path);
        var kept = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/settings"), "/settings",
            ("name", "Renamed"), ("finding", "Public"), ("joining", "Request"), ("questions", " Why? \n\nWhere?\nWhy?"),
            ("steward-word", "Gardener"), ("dye", "own"), ("hue", "300"), ("mark", "bridge"));
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        var now = await world.Read(db => db.The<Community>().SingleAsync(c => c.Id == community.Id));
        Assert.Equal(("Renamed", Finding.Public, Joining.Request, "Gardener", "bridge"), (now.Name, now.Finding, now.Joining, now.StewardWord, now.Mark));
        Assert.Equal(["Why?", "Where?"], now.Asked());
        Assert.Equal("oklch(0.55 0.11 300)", now.Dye);
        Assert.Equal(1, await world.Journaled("community.set", community));
        var seen = await world.Ruth.Get(community.Path);
        Assert.Contains("oklch(0.55 0.11 300)", seen.Page.DocumentElement.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("Gardener", (await world.Ruth.Get($"{community.Path}/people")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hue", "red;background:url(//x)")]
    [InlineData("hue", "360")]
    [InlineData("hue", "-1")]
    [InlineData("hue", "")]
    [InlineData("name", "")]
    [InlineData("steward-word", "forty-one letters are one more than forty")]
    [InlineData("questions", "1\n2\n3\n4\n5\n6\n7\n8\n9")]
    public async Task What_would_not_do_is_said_beside_the_field_and_nothing_changes(string field, string value)
    {
        var community = await world.Found();
        var page = await world.Ines.Get($"{community.Path}/settings");
        var fields = page.FieldsOf("/settings", [("dye", "own"), (field, value)]).ToArray();
        var again = await world.Ines.Post($"{community.Path}/settings", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Page.QuerySelector($"[href='#{field}']"));
        var now = await world.Read(db => db.The<Community>().SingleAsync(c => c.Id == community.Id));
        Assert.Equal((community.Name, community.Dye, community.Questions), (now.Name, now.Dye, now.Questions));
    }

    [Fact]
    public async Task A_mark_or_a_dye_that_is_not_offered_changes_nothing()
    {
        var community = await world.Found();
        await world.Ines.Post($"{community.Path}/settings", ("name", "Still"), ("dye", "url(x)"), ("mark", "x\"/><script>"), ("finding", "7"));
        var now = await world.Read(db => db.The<Community>().SingleAsync(c => c.Id == community.Id));
        Assert.Equal((community.Dye, community.Mark, community.Finding), (now.Dye, now.Mark, now.Finding));
    }

    [Fact]
    public async Task Nobody_but_its_stewards_sets_anything()
    {
        var community = await world.Found(Finding.Public);
        foreach (var visitor in new[] { world.Ruth, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{community.Path}/settings")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/settings", ("name", "Mine now"))).Status);
        }
        Assert.Equal(community.Name, await world.Read(db => db.The<Community>().Where(c => c.Id == community.Id).Select(c => c.Name).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Hues))]
    public void A_hue_is_read_back_from_its_colour(int hue) => Assert.Equal(hue, Dyes.HueOf(Dyes.OfHue(hue)));

    public static TheoryData<int> Hues => [.. Enumerable.Range(0, 12).Select(i => i * 30)];
}
