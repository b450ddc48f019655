using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>Who holds an Open Space: parts are given and taken, and end with a membership.</summary>
public class PartTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_part_is_given_to_a_member_by_name_and_taken_again()
    {
        var (id, name) = (await world.Space(), CircleWorld.Own("Thandi"));
        var (path, thandi) = ($"{OpenSpaces.Path(id)}/preparing", await world.Newcomer(name));
        Assert.Equal(HttpStatusCode.NotFound, (await thandi.Get($"{path}/questions")).Status);
        var page = await world.Ruth.Follow(await world.Ruth.Post($"{path}/parts", ("name", name), ("part", nameof(SpacePart.Sponsor))));
        Assert.Contains($"{name} is a sponsor.", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await thandi.Get($"{path}/questions")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await thandi.Get($"{path}/parts")).Status);
        Assert.Contains(name, (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{path}/parts/{SpacePart.Sponsor}/{thandi.Person.Id}/ending");
        Assert.Empty(await Parts(id, thandi));
        await world.Ruth.Post($"{path}/parts/{SpacePart.Sponsor}/{thandi.Person.Id}");
        Assert.Equal([SpacePart.Sponsor], await Parts(id, thandi));
    }

    [Fact]
    public async Task The_last_facilitator_keeps_the_part_until_another_has_it()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing/parts";
        var page = await world.Ruth.Follow(await world.Ruth.Post($"{path}/{SpacePart.Facilitator}/{world.Ruth.Person.Id}/ending"));
        Assert.Contains("is the last facilitator", page.Main, StringComparison.Ordinal);
        Assert.Equal([SpacePart.Facilitator], await Parts(id, world.Ruth));
        await world.Give(id, world.Wen, SpacePart.Facilitator);
        await world.Wen.Post($"{path}/{SpacePart.Facilitator}/{world.Ruth.Person.Id}/ending");
        Assert.Empty(await Parts(id, world.Ruth));
        // Whoever called it holds it still.
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(path)).Status);
    }

    [Fact]
    public async Task Who_is_not_there_gets_no_part_and_nobody_else_gives_one()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing/parts";
        foreach (var (odd, said) in new[] { ("", "Say to whom."), ("Hanna Vogt", "Nobody of that name is here."), (new string('x', 10_000), "Nobody of that name is here.") })
        {
            var again = await world.Ruth.Post(path, ("name", odd), ("part", nameof(SpacePart.Scribe)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Equal(said, again.Page.QuerySelector("#name-w")!.TextContent.Trim());
            Assert.Equal(odd, again.Page.QuerySelector("#name")!.GetAttribute("value"));
            Assert.NotNull(again.Page.QuerySelector("[name=part][value=Scribe][checked]"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{path}/{SpacePart.Sponsor}/{world.Hanna.Person.Id}")).Status);
        var sponsor = await world.Newcomer();
        await world.Give(id, sponsor, SpacePart.Sponsor);
        foreach (var other in new[] { world.Bea, sponsor, world.Hanna, world.Samir, world.Anyone(), await world.Guest(id) })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(path)).Status);
            await other.Post(path, ("name", "Bea Lindqvist"), ("part", nameof(SpacePart.Sponsor)));
            await other.Post($"{path}/{SpacePart.Sponsor}/{world.Bea.Person.Id}");
            await other.Post($"{path}/{SpacePart.Sponsor}/{sponsor.Person.Id}/ending");
        }
        Assert.Empty(await Parts(id, world.Bea));
        Assert.Equal([SpacePart.Sponsor], await Parts(id, sponsor));
    }

    [Fact]
    public async Task Of_several_with_one_name_one_is_chosen()
    {
        var (id, name) = (await world.Space(), CircleWorld.Own("Twice"));
        var (_, second) = (await world.Newcomer(name), await world.Newcomer(name));
        var path = $"{OpenSpaces.Path(id)}/preparing/parts";
        var asked = await world.Ruth.Post(path, ("name", name), ("part", nameof(SpacePart.Scribe)));
        Assert.Equal(2, asked.Page.QuerySelectorAll("[name=person]").Length);
        await world.Ruth.Post(path, ("name", name), ("part", nameof(SpacePart.Scribe)), ("person", second.Person.Id.ToString()));
        Assert.Equal([SpacePart.Scribe], await Parts(id, second));
    }

    [Fact]
    public async Task Of_a_circles_own_only_the_circle_holds_parts()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Space("Among us", circle);
        var path = $"{OpenSpaces.Path(id)}/preparing/parts";
        var refused = await world.Ruth.Post(path, ("name", "Bea Lindqvist"), ("part", nameof(SpacePart.Sponsor)));
        Assert.Contains("does not see this gathering", refused.Page.QuerySelector("#name-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post(path, ("name", "Wen Li"), ("part", nameof(SpacePart.Sponsor)))).Status);
    }

    [Fact]
    public async Task Whoever_leaves_holds_nothing_and_has_it_again_if_they_come_right_back()
    {
        var (id, gone) = (await world.Space(), await world.Newcomer());
        await world.Give(id, gone, SpacePart.Facilitator);
        await gone.Post("/c/millbrook/leaving");
        Assert.Empty(await Parts(id, gone));
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{OpenSpaces.Path(id)}/preparing")).Status);
        var last = await world.Ruth.Follow(await world.Ruth.Post($"{OpenSpaces.Path(id)}/preparing/parts/{SpacePart.Facilitator}/{world.Ruth.Person.Id}/ending"));
        Assert.Contains("is the last facilitator", last.Main, StringComparison.Ordinal);
        await gone.Post("/c/millbrook/return");
        Assert.Equal([SpacePart.Facilitator], await Parts(id, gone));
    }

    private Task<List<SpacePart>> Parts(Id<Space> id, Visitor who) => world.Read(async db => (await db.HoldersOf(id)).Where(h => h.ActorId == who.Person.ActorId).Select(h => h.Part).ToList());
}
