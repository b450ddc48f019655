using System.Net;
using Leaderful.Communities;
using Leaderful.Prompts;
using Leaderful.Tests.Communities;
using Xunit;
using static Leaderful.Prompts.HousePrompts;

namespace Leaderful.Tests.Prompts;

/// <summary>Back to earlier words, back to the house's, and back from there.</summary>
public class BackTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task The_first_wording_is_taken_back_to_the_words_of_the_house()
    {
        var community = await world.Found();
        var house = await Why(community);
        var kept = await world.Ines.Reword(community, Preparing, ("text-why", "Why?"));
        await world.Ines.Submit(kept, UndoOf(kept));
        Assert.Equal(house, await Why(community));
        Assert.Null((await world.Asked(community, Preparing)).Version);
    }

    [Fact]
    public async Task Back_to_the_house_and_back_again()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "Why?"));
        var own = (await world.Current(community, Preparing))!.Id;
        var back = await world.Ines.Submit(await world.Ines.Get(community.Path(Preparing)), "/retirement");
        Assert.Null((await world.Asked(community, Preparing)).Version);
        await world.Ines.Submit(back, "/restoration");
        Assert.Equal(own, (await world.Asked(community, Preparing)).Version);
        Assert.Contains("left as it is", (await world.Ines.Follow(await world.Ines.Post(community.Path(Preparing, "/restoration")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_wording_is_asked_again_as_the_next_and_that_is_taken_back_too()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "First"));
        await world.Ines.Reword(community, Preparing, ("text-why", "Second"));
        var back = await world.Ines.Submit(await world.Ines.Get(community.Path(Preparing, "/versions/1")), "/return");
        Assert.Equal((3, "First"), ((await world.Current(community, Preparing))!.Number, await Why(community)));
        await world.Ines.Submit(back, UndoOf(back));
        Assert.Equal((4, "Second"), ((await world.Current(community, Preparing))!.Number, await Why(community)));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post(community.Path(Preparing, "/versions/9/return"))).Status);
    }

    [Fact]
    public async Task Taking_back_undoes_nothing_that_somebody_wrote_since()
    {
        var community = await world.Found();
        var kept = await world.Ines.Reword(community, Preparing, ("text-why", "Mine"));
        await world.Ines.Reword(community, Preparing, ("text-why", "Newer"));
        var told = await world.Ines.Submit(kept, UndoOf(kept));
        Assert.Contains("left as it is", told.Text, StringComparison.Ordinal);
        Assert.Equal("Newer", await Why(community));
    }

    [Fact]
    public async Task After_the_house_s_words_the_next_wording_goes_on_counting()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "First"));
        await world.Ines.Post(community.Path(Preparing, "/retirement"));
        await world.Ines.Reword(community, Preparing, ("text-why", "Second"));
        Assert.Equal((2, "Second"), ((await world.Current(community, Preparing))!.Number, await Why(community)));
    }

    private async Task<string> Why(Community community) => (await world.Asked(community, Preparing)).One("why").Text;

    /// <summary>What taking back is sent to, past the questions of the page itself.</summary>
    private static string UndoOf(Screen page) => page.Page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.Contains("?seen=", StringComparison.Ordinal));
}
