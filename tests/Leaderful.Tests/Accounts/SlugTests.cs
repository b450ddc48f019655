using FsCheck;
using FsCheck.Fluent;
using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class SlugTests
{
    [Theory]
    [InlineData("Millbrook Care Network", "millbrook-care-network")]
    [InlineData("Straße & Garten", "strasse-garten")]
    [InlineData("Nachbarn’s   Haus!", "nachbarns-haus")]
    [InlineData("Соседи Объезда", "sosedi-obezda")]
    [InlineData("Γειτονιά", "geitonia")]
    [InlineData("Ævintýri", "aevintyri")]
    [InlineData("東京", "")]
    [InlineData("…", "")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void What_is_made_of_any_name_is_right_or_too_short() => Prop.ForAll<string>(name =>
        Slug.From(name ?? "") is var slug && (slug.Length < 2 || Slug.IsRight(slug))).QuickCheckThrowOnFailure();
}
