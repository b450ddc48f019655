using Leaderful.Accounts;
using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Conversations;

/// <summary>What a page asks of the database is the same for a handful and for hundreds.</summary>
public class QuestionTests(World world) : IClassFixture<World>
{
    private const int Some = 25;

    [Theory]
    [InlineData("")]
    [InlineData("/conversations")]
    [InlineData("/conversations?show=new")]
    [InlineData("/catch-up")]
    [InlineData("/people")]
    [InlineData("/people?q=ann")]
    [InlineData("/names?q=ann")]
    public async Task A_page_asks_as_often_for_many_as_for_some(string page)
    {
        var key = Talk.Key().ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var (bea, wen) = (await world.Register("Bea Lindqvist", $"bea{key}@nets.example"), await world.Register("Wen Li", $"wen{key}@nets.example"));
        var place = await world.Found(bea, "Net Menders", $"nets-{key}");
        await world.Join(wen, place);
        await Grow(bea, place, 0);
        var asked = await Asked(wen, place, page);
        await Grow(bea, place, Some);
        Assert.InRange(asked, 1, 20);
        Assert.Equal(asked, await Asked(wen, place, page));
    }

    private async Task Grow(Visitor founder, Community place, int from)
    {
        for (var n = from; n < from + Some; n++)
        {
            var id = await world.Begin(founder, $"Knot {n}", where: place);
            await world.Reply(founder, id, "It holds.");
            var (name, email) = ($"Ann Knot {n}", $"ann{n}@{place.Slug}.example");
            await world.Writes.Do(async unit =>
            {
                var person = unit.Register(name, email);
                await unit.Join(place.Id, person);
            });
        }
    }

    private static async Task<int> Asked(Visitor who, Community place, string page)
    {
        await who.Get($"{place.Path}{page}");
        using var questions = new QueryCount(place.Id.Value);
        await who.Get($"{place.Path}{page}");
        return questions.Count;
    }
}
