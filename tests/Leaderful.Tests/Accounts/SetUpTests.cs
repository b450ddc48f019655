using System.Net;
using Leaderful.Accounts;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class SetUpTests
{
    [Fact]
    public async Task The_first_to_come_sets_the_instance_up_once_and_for_all()
    {
        await using var world = await Empty();
        var visitor = world.Anyone();
        var page = await visitor.Get("/set-up");
        var begun = await visitor.Post("/set-up", [.. page.FieldsOf("/set-up", Filled(world))]);

        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
        Assert.Equal("/c/sasiedzi-z-ulicy-lodzkiej", begun.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/set-up")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anyone().Post("/set-up", Filled(world))).Status);
        var person = await world.Read(db => db.The<Person>().SingleAsync());
        Assert.Equal(("zofia@lodz.example", true), (person.Email, person.OperatorSince is not null));
        Assert.NotNull((await world.Read(db => db.The<Membership>().SingleAsync())).StewardSince);
        Assert.Single(await world.Read(db => db.The<Device>().Where(d => d.PersonId == person.Id).ToListAsync()));
    }

    [Fact]
    public async Task Any_page_leads_there_until_it_is_done()
    {
        await using var world = await Empty();
        foreach (var path in new[] { "/", "/sign-in", "/c/millbrook/people", "/me", "/nothing" })
            Assert.Equal("/set-up", (await world.Anyone().Get(path)).Location);
        await world.Anyone().Post("/set-up", Filled(world));
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get("/sign-in")).Status);
    }

    [Fact]
    public async Task Without_the_code_nothing_happens_and_what_was_typed_is_kept()
    {
        await using var world = await Empty();
        foreach (var code in new[] { "", "AAAA-AAAA-AAAA", CodeOf(world)[..^1] })
        {
            var again = await world.Anyone().Post("/set-up", [.. Filled(world).Where(f => f.Name != "code"), ("code", code)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains("Zofia", again.Text, StringComparison.Ordinal);
            Assert.NotEmpty(again.Page.QuerySelectorAll("#code-w"));
        }
        Assert.False(await world.Read(db => db.The<Person>().AnyAsync()));
    }

    [Fact]
    public async Task The_code_may_be_typed_as_people_type()
    {
        await using var world = await Empty();
        var begun = await world.Anyone().Post("/set-up", [.. Filled(world).Where(f => f.Name != "code"), ("code", " " + CodeOf(world).ToLowerInvariant().Replace('-', ' ') + " ")]);
        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("email", "no address")]
    [InlineData("email", "a@b\r\nBcc: c@d.example")]
    [InlineData("community", "")]
    [InlineData("slug", "Not One")]
    [InlineData("slug", "-a")]
    public async Task A_wrong_answer_is_told_beside_its_field(string field, string value)
    {
        await using var world = await Empty();
        var again = await world.Anyone().Post("/set-up", [.. Filled(world).Where(f => f.Name != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Page.QuerySelector($"#{field}-w"));
    }

    [Fact]
    public async Task Of_many_who_come_at_once_exactly_one_gets_in()
    {
        await using var world = await Empty();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => world.Anyone().Post(
            "/set-up", [.. Filled(world).Where(f => f.Name is not ("email" or "slug")), ("email", $"z{n}@lodz.example"), ("slug", $"lodz-{n}")])));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(11, answers.Count(a => a.Status == HttpStatusCode.NotFound));
        Assert.Equal((1, 1, 1), await world.Read(async db => (
            await db.The<Person>().CountAsync(), await db.The<Community>().CountAsync(), await db.The<Device>().CountAsync())));
    }

    private static async Task<EmptyWorld> Empty()
    {
        var world = new EmptyWorld();
        await world.InitializeAsync();
        return world;
    }

    private static string CodeOf(World world) => world.Services.GetRequiredService<SetUpCode>().Code;

    private static (string Name, string Value)[] Filled(World world) =>
        [("code", CodeOf(world)), ("name", "Zofia Łódzka"), ("email", "zofia@lodz.example"), ("community", "Sąsiedzi z ulicy Łódzkiej"), ("slug", "")];
}
