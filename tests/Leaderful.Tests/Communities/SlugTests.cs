using FsCheck;
using FsCheck.Fluent;
using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Communities;

public class SlugTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("Millbrook Care Network", "millbrook-care-network")]
    [InlineData("  The Porters’ Circle  ", "the-porters-circle")]
    [InlineData("Straße & Garten", "strasse-garten")]
    [InlineData("Ævintýri á Þingvöllum", "aevintyri-a-thingvollum")]
    [InlineData("Łódź – Đakovo", "lodz-dakovo")]
    [InlineData("Соседи Объезда", "sosedi-obezda")]
    [InlineData("Γειτονιά", "geitonia")]
    [InlineData("ﬁrst ① steps", "first-1-steps")]
    [InlineData("C", "community")]
    [InlineData("東京の輪", "community")]
    [InlineData("!!!", "community")]
    [InlineData("a\uD800b", "ab")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Fact]
    public void A_long_name_is_cut_at_a_word()
    {
        var slug = Slug.Of("Everybody who has ever closed a ward kitchen without losing its people");
        Assert.Equal("everybody-who-has-ever-closed-a-ward-kitchen", slug);
    }

    [Fact]
    public void Whatever_the_name_the_address_is_right() => Prop.ForAll<string>(name =>
        Slug.Of(name ?? "") is var slug && Slug.IsRight(slug + "-2")).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_name_gives_the_same_address_and_an_address_gives_itself() => Prop.ForAll<string>(name =>
        Slug.Of(name ?? "") is var slug && slug == Slug.Of(name ?? "") && slug == Slug.Of(slug)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("New")]
    [InlineData("Settings")]
    [InlineData("Sign in")]
    public async Task A_word_of_the_house_is_nobody_s_address(string name)
    {
        var slug = await world.Writes.Do(unit => unit.FreeSlug(name));
        Assert.Equal(Slug.Of(name) + "-2", slug);
        Assert.True(Slug.IsRight(slug));
        Assert.False(Slug.IsRight(Slug.Of(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a--b")]
    [InlineData("A b")]
    [InlineData("straße")]
    public void What_is_not_an_address_is_refused(string slug) => Assert.False(Slug.IsRight(slug));

    [Fact]
    public async Task Many_of_one_name_have_an_address_each()
    {
        var founded = new List<string>();
        for (var i = 0; i < 12; i++)
            founded.Add((await world.Writes.Do(async unit => unit.Found(world.Samir.Person, "Same", await unit.FreeSlug("Same")))).Slug);
        Assert.Equal(["same", .. Enumerable.Range(2, 11).Select(n => $"same-{n}")], founded);
    }
}
