using System.Net;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.People;

public class PortraitTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_I_open_to_my_community_its_members_read_and_nobody_else()
    {
        var words = await Say(world.Ruth, Facet.Offer, world.Millbrook.ScopeId);
        var page = await world.Ines.Get(InMillbrook(world.Ruth));
        Assert.Contains(words, page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("so that we share", page.Text, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(InMillbrook(world.Ruth))).Status);
            Assert.DoesNotContain(words, (await other.Get(Outside(world.Ruth))).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(words, (await world.Anyone().Get(Outside(world.Ruth))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_I_read_no_steward_reads()
    {
        var words = await Say(world.Ruth, Facet.Need, world.Ruth.Person.ScopeId);
        Assert.Contains(words, (await world.Ruth.Get("/me/portrait")).Text, StringComparison.Ordinal);
        Assert.Contains(words, (await world.Ruth.Get(InMillbrook(world.Ruth))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await world.Ines.Get(InMillbrook(world.Ruth))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await world.Ines.Get($"/c/millbrook/people?q={words}")).Page.QuerySelector("main ul")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_I_open_to_one_person_they_read_and_nobody_else()
    {
        var (me, other) = (await Somebody("one"), await Somebody("two"));
        foreach (var who in new[] { me, other }) await world.Join(who, world.Millbrook);
        var begin = await me.Get((await me.Get(InMillbrook(other))).Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Open something of mine").GetAttribute("href")!);
        var form = await me.Get(begin.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("facet=care", StringComparison.Ordinal)));
        var between = Scope.Between(me.Person.Id, other.Person.Id).ToString();
        Assert.NotNull(form.Page.QuerySelector($"input[name=scope][value='{between}'][checked]"));
        var unsaid = await me.Submit(form, "/me/portrait", ("text", "Bees"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.NotNull(unsaid.Page.QuerySelector($"input[name=scope][value='{between}'][checked]"));
        var words = $"quietly{Guid.NewGuid():N}";
        await me.Submit(unsaid, "/me/portrait", ("text", words), ("reason", "since you asked"));
        Assert.Contains("and I", (await me.Get("/me/portrait")).Main, StringComparison.Ordinal);

        var seen = await other.Get(InMillbrook(me));
        Assert.Contains(words, seen.Main, StringComparison.Ordinal);
        Assert.Contains("and you read this", seen.Main, StringComparison.Ordinal);
        Assert.Contains(words, (await other.Get($"/c/millbrook/people?q={words}")).Page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        foreach (var third in new[] { world.Ines, world.Ruth, world.Hanna, world.Samir })
        {
            Assert.DoesNotContain(words, (await third.Get(InMillbrook(me))).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(words, (await third.Get($"/c/millbrook/people?q={words}")).Page.QuerySelector("main ul")?.TextContent ?? "", StringComparison.Ordinal);
        }

        // Wider asks what for; only oneself again, and they no longer read it.
        var entry = (await Entries(me)).Single(e => e.Text == words);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(me, entry, world.Millbrook.ScopeId, "")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Change(me, entry, me.Person.ScopeId, "")).Status);
        Assert.DoesNotContain(words, (await other.Get(InMillbrook(me))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_opened_to_somebody_one_has_no_community_with()
    {
        var (me, stranger) = (await Somebody("here"), await Somebody("elsewhere"));
        await world.Join(me, world.Millbrook);
        var between = Scope.Between(me.Person.Id, stranger.Person.Id).ToString();
        foreach (var with in new[] { stranger.Person.Id.ToString(), me.Person.Id.ToString(), Id<Leaderful.Accounts.Person>.New().ToString(), "x" })
        {
            Assert.Null((await me.Get($"/me/portrait/new?facet=care&with={with}")).Page.QuerySelector($"input[name=with], input[value='{between}']"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await me.Post("/me/portrait", ("facet", "care"), ("text", "Bees"), ("scope", between), ("reason", "so"), ("with", with))).Status);
        }
        Assert.Empty(await Entries(me));
        Assert.False(await world.Read(db => db.The<Scope>().AnyAsync(s => s.Kind == ScopeKind.UsTwo && (s.PersonId == me.Person.Id || s.OtherPersonId == me.Person.Id))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_to_the_network_or_to_all_it_is_found_from_outside(bool isPublic)
    {
        var person = await Somebody(isPublic ? "pub" : "net");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Samir.Get(Outside(person))).Status);
        var words = await Say(person, Facet.Care, isPublic ? Scope.Public : Scope.Network);
        Assert.Contains(words, (await world.Samir.Get(Outside(person))).Text, StringComparison.Ordinal);
        var stranger = await world.Anyone().Get(Outside(person));
        if (isPublic) Assert.Contains(words, stranger.Text, StringComparison.Ordinal);
        else Assert.StartsWith("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_it_wider_says_what_for_and_nothing_typed_is_lost()
    {
        var person = await Somebody("wider");
        await world.Join(person, world.Harbour);
        var answer = await person.Post("/me/portrait", ("facet", "offer"), ("text", "I lend ladders"), ("scope", world.Harbour.ScopeId.ToString()), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Say in a line what for", answer.Page.QuerySelector("#reason-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("I lend ladders", answer.Page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(answer.Page.QuerySelector($"input[value='{world.Harbour.ScopeId}'][checked]"));
        Assert.Empty(await Entries(person));

        await Say(person, Facet.Offer, world.Harbour.ScopeId);
        var entry = Assert.Single(await Entries(person));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(person, entry, Scope.Network, "")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Change(person, entry, Scope.Network, "for whoever builds")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Change(person, entry, person.Person.ScopeId, "")).Status);
        Assert.Equal(person.Person.ScopeId, await ScopeOf(entry));
    }

    [Fact]
    public async Task Nobody_puts_something_where_they_are_not()
    {
        foreach (var scope in new[] { world.Harbour.ScopeId.ToString(), world.Ines.Person.ScopeId.ToString(), "x", "" })
        {
            var answer = await world.Ruth.Post("/me/portrait", ("facet", "care"), ("text", "Nights"), ("scope", scope), ("reason", "so"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("Choose who reads it", answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post("/me/portrait", ("facet", "99"), ("text", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get("/me/portrait/new?facet=nothing")).Status);
    }

    [Fact]
    public async Task Nobody_touches_what_another_says_of_themselves()
    {
        var words = await Say(world.Ruth, Facet.World, world.Millbrook.ScopeId);
        var entry = (await Entries(world.Ruth)).Single(e => e.Text == words).Id;
        foreach (var other in new[] { world.Ines, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/me/portrait/{entry}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/me/portrait/{entry}", ("text", "x"), ("scope", other.Person.ScopeId.ToString()))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/me/portrait/{entry}/deletion")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/me/portrait/{entry}/restoration")).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/me/portrait/{entry}")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_it_is_gone_for_everybody_can_return_and_ends_after_thirty_days()
    {
        var person = await Somebody("back");
        await world.Join(person, world.Millbrook);
        var words = await Say(person, Facet.Interest, world.Millbrook.ScopeId);
        var entry = Assert.Single(await Entries(person)).Id;
        var done = await person.Submit(await person.Get($"/me/portrait/{entry}"), "/deletion");
        Assert.DoesNotContain(words, (await world.Ines.Get(InMillbrook(person))).Text, StringComparison.Ordinal);
        await person.Submit(done, "/restoration");
        Assert.Contains(words, (await world.Ines.Get(InMillbrook(person))).Text, StringComparison.Ordinal);

        await person.Post($"/me/portrait/{entry}/deletion");
        world.Time.Advance(TimeSpan.FromDays(31));
        await Purge(entry);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post($"/me/portrait/{entry}/restoration")).Status);
        Assert.False(await world.Read(db => db.The<PortraitEntry>().AnyAsync(e => e.Id == entry)));
        Assert.False(await world.Read(db => db.The<Thing>().AnyAsync(t => t.Id == entry.As<Thing>())));
    }

    [Fact]
    public async Task Whoever_leaves_a_community_takes_along_what_they_opened_to_it()
    {
        var person = await Somebody("leaves");
        await world.Join(person, world.Millbrook);
        await world.Join(person, world.Harbour);
        var words = await Say(person, Facet.Care, world.Millbrook.ScopeId);
        await person.Post("/c/millbrook/leaving");
        Assert.Contains(words, (await person.Get("/me/portrait")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await world.Ines.Get(Outside(person))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_deletes_their_account_leaves_no_portrait()
    {
        var person = await Somebody("gone");
        await Say(person, Facet.Care, Scope.Public);
        await person.Submit(await person.Get("/me/departure"), "/me/departure");
        Assert.False(await world.Read(db => db.The<PortraitEntry>().AnyAsync(e => e.PersonId == person.Person.Id)));
        Assert.False(await world.Read(db => db.The<Thing>().AnyAsync(t => t.PersonId == person.Person.Id)));
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(Outside(person))).Location, StringComparison.Ordinal);
    }

    private static string InMillbrook(Visitor who) => $"/c/millbrook/people/{who.Person.Id}";

    private static string Outside(Visitor who) => $"/people/{who.Person.Id}";

    private Task<Visitor> Somebody(string key) => world.Register($"Wen {key}", $"{key}@portrait.example");

    private static async Task<string> Say(Visitor who, Facet facet, Id<Scope> scope)
    {
        var words = $"words-{Id<PortraitEntry>.New()}";
        var answer = await who.Post("/me/portrait", ("facet", facet.ToString()), ("text", words), ("scope", scope.ToString()), ("reason", "so that we share"));
        Assert.Equal("/me/portrait", answer.Location);
        return words;
    }

    private static Task<Screen> Change(Visitor who, PortraitEntry entry, Id<Scope> scope, string reason) =>
        who.Post($"/me/portrait/{entry.Id}", ("text", "I lend ladders"), ("scope", scope.ToString()), ("reason", reason));

    private Task<List<PortraitEntry>> Entries(Visitor who) => world.Read(db => db.The<PortraitEntry>().Where(e => e.PersonId == who.Person.Id).ToListAsync());

    private Task<Id<Scope>> ScopeOf(PortraitEntry entry) => world.Read(db => db.The<Thing>().Where(t => t.Id == entry.Id.As<Thing>()).Select(t => t.ScopeId).SingleAsync());

    private async Task Purge(Id<PortraitEntry> entry)
    {
        var due = await world.Read(db => db.The<OutboxRow>().Where(o => o.Kind == Portraying.Purge && o.Subject == entry.Value).OrderBy(o => o.DueAt).LastAsync());
        await world.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == Portraying.Purge).Handle(due, TestContext.Current.CancellationToken);
    }
}
