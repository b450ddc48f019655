using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Prompts;
using Leaderful.Tests.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Prompts.HousePrompts;

namespace Leaderful.Tests.Prompts;

public class WordingTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    private static readonly string[] AsTheHouseAsks = ["form", "why", "theme", "whom", "given", "acting", "promise", "again"];

    [Fact]
    public async Task Until_somebody_rewords_it_a_set_is_asked_in_the_words_of_the_house()
    {
        var community = await world.Found();
        var asked = await world.Asked(community, Preparing);
        Assert.Null(asked.Version);
        Assert.Equal(AsTheHouseAsks, asked.Keys());
        Assert.Equal(11, (await world.Asked(community, Checklist)).Prompts.Count(p => p.Kind == PromptKind.Tick));
        var page = await world.Ruth.Get(community.Path(Preparing));
        Assert.Contains(asked.One("theme").Text, page.Main, StringComparison.Ordinal);
        Assert.Contains("In the house’s words", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("a[href$='/wording']"));
    }

    [Fact]
    public async Task The_debrief_asks_nine_things_and_the_sixth_is_a_choice_of_three()
    {
        var asked = await world.Asked(await world.Found(), Debrief);
        Assert.Equal(9, asked.Prompts.Count);
        Assert.Equal((Everyday, PromptKind.Choice), (asked.Prompts[5].Key, asked.Prompts[5].Kind));
        Assert.Equal([AlreadySo, No, Yes], asked.Prompts[5].Options.Select(o => o.Name));
    }

    [Fact]
    public async Task A_steward_rewords_it_and_what_was_asked_before_can_still_be_read_as_it_was()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "Why this spring?"));
        var first = await world.Current(community, Preparing);
        var page = await world.Ines.Reword(community, Preparing, ("text-why", "Why this summer?"), ("hint-why", "In one line."));
        Assert.Contains("It is asked in these words now.", page.Text, StringComparison.Ordinal);
        Assert.Contains("written by Ines Okoro", page.Main, StringComparison.Ordinal);

        Assert.Equal("Why this summer?", (await world.Asked(community, Preparing)).One("why").Text);
        Assert.Equal("Why this spring?", (await world.Read(db => db.PromptsOf(first!.Id, Preparing, new Tongue(world.English())))).One("why").Text);
        Assert.Contains("Why this spring?", (await world.Ruth.Get(community.Path(Preparing, "/versions/1"))).Main, StringComparison.Ordinal);
        Assert.NotEqual("Why this summer?", (await world.Asked(world.Harbour, Preparing)).One("why").Text);
    }

    [Fact]
    public async Task What_is_moved_left_out_or_added_waits_in_the_form_until_it_is_kept()
    {
        var community = await world.Found();
        var form = await world.Ines.Reword(community, Preparing, ("text-why", "Half a thought"), ("up", "why"));
        Assert.Equal("why", form.Order()[0]);
        form = await world.Ines.Submit(form, "/wording", ("leave-out", "given"));
        Assert.DoesNotContain("given", form.Order());
        form = await world.Ines.Submit(form, "/wording", ("add", "yes"));
        var added = form.Order()[^1];
        Assert.StartsWith("own-", added, StringComparison.Ordinal);
        Assert.Equal(0, await world.Versions(community));

        await world.Ines.Submit(form, "/wording", ($"text-{added}", "Who sweeps the floor?"));
        var asked = await world.Asked(community, Preparing);
        Assert.Equal(["why", "form", "theme", "whom", "acting", "promise", "again", added], asked.Keys());
        Assert.Equal(("Half a thought", "Who sweeps the floor?"), (asked.One("why").Text, asked.One(added).Text));
        Assert.Equal(PromptKind.Open, asked.One(added).Kind);

        form = await world.Ines.Reword(community, Preparing, ("ask-again", "given"));
        await world.Ines.Submit(form, "/wording");
        Assert.Equal("given", (await world.Asked(community, Preparing)).Keys()[^1]);
    }

    [Fact]
    public async Task Where_something_hangs_on_the_order_it_stays_whatever_is_sent()
    {
        var community = await world.Found();
        var form = await world.Ines.Get(community.Path(Debrief, "/wording"));
        Assert.Null(form.Page.QuerySelector("[name=up], [name=down], [name=leave-out], [name=add]"));
        var fields = form.FieldsOf("/wording", [("text-results", "What came of it?"), ("text-everyday-yes", "Not yet, alas")]).Where(f => f.Name != "asked");
        await world.Ines.Post(community.Path(Debrief, "/wording"), [.. fields, ("asked", "growing"), ("asked", "results"), ("leave-out", "everyday")]);
        var asked = await world.Asked(community, Debrief);
        Assert.Equal((await world.Asked(world.Harbour, Debrief)).Keys(), asked.Keys());
        Assert.Equal("What came of it?", asked.Prompts[0].Text);
        Assert.Equal((Yes, "Not yet, alas"), (asked.Prompts[5].Options[2].Name, asked.Prompts[5].Options[2].Text));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said_on_its_field_and_what_was_typed_is_kept()
    {
        var community = await world.Found();
        var again = await world.Ines.Reword(community, Preparing,
            ("text-form", new string('x', 10_000)), ("text-why", "  "), ("text-theme", "The same"), ("text-whom", "the same"), ("hint-given", new string('y', 501)), ("language", "Klingon, mostly"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["text-form", "text-why", "text-whom", "hint-given", "language"], again.Page.QuerySelectorAll("form [aria-invalid]").Select(e => e.Id));
        Assert.Contains("Write it, or leave it out.", again.Page.GetElementById("text-why-w")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("says the same", again.Page.GetElementById("text-whom-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10_000, again.Page.GetElementById("text-form")!.TextContent.Trim().Length);
        Assert.Equal(0, await world.Versions(community));
    }

    [Fact]
    public async Task Not_everything_can_be_left_out_and_nobody_adds_without_end()
    {
        var community = await world.Found();
        Assert.Contains("Keep at least one.", (await world.Ines.Post(community.Path(Preparing, "/wording"), ("language", "en"), ("left-out", "why"))).Main, StringComparison.Ordinal);
        var many = Enumerable.Range(0, PromptSet.MostPrompts + 1).Select(_ => $"own-{Id<Prompt>.New()}").SelectMany(k => new[] { ("asked", k), ($"text-{k}", $"What of {k}?") });
        Assert.Contains("Keep it to 40.", (await world.Ines.Post(community.Path(Preparing, "/wording"), [("language", "en"), .. many])).Main, StringComparison.Ordinal);
        Assert.Equal(0, await world.Versions(community));
        // Keys that are nobody's are not taken in, nor the same one twice.
        await world.Ines.Post(community.Path(Preparing, "/wording"), ("language", "en"), ("asked", "why"), ("asked", "why"), ("asked", "../x"), ("text-why", "Why?"), ("text-../x", "Why me?"));
        Assert.Equal(["why"], (await world.Asked(community, Preparing)).Keys());
    }

    [Fact]
    public async Task Nothing_changed_is_no_new_version()
    {
        var community = await world.Found();
        Assert.Contains("Nothing was changed.", (await world.Ines.Reword(community, Checklist)).Text, StringComparison.Ordinal);
        await world.Ines.Reword(community, Checklist, ("text-food", "Soup"));
        Assert.Contains("Nothing was changed.", (await world.Ines.Reword(community, Checklist)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.Versions(community));
    }

    [Fact]
    public async Task Whoever_wrote_at_the_same_time_is_shown_what_the_other_wrote_and_nothing_is_lost()
    {
        var community = await world.Found();
        await world.Writes.Do(unit => Tend(unit, community, world.Ruth));
        var late = await world.Ruth.Get(community.Path(Preparing, "/wording"));
        var added = (await world.Ines.Reword(community, Preparing, ("add", "yes")));
        await world.Ines.Submit(added, "/wording", ("text-why", "Ines asks why"), ($"text-{added.Order()[^1]}", "Ines adds this"));

        var told = await world.Ruth.Submit(late, "/wording", ("text-why", "Ruth asks why"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Ines Okoro changed the wording meanwhile", told.Main, StringComparison.Ordinal);
        Assert.Contains("Ines asks why", told.Main, StringComparison.Ordinal);
        Assert.Equal("Ruth asks why", told.Page.GetElementById("text-why")!.TextContent.Trim());
        Assert.Contains("Ines adds this", told.Page.GetElementById("left-out")!.TextContent, StringComparison.Ordinal);

        await world.Ruth.Submit(told, "/wording");
        Assert.Equal("Ruth asks why", (await world.Asked(community, Preparing)).One("why").Text);
        Assert.Contains("Ines asks why", (await world.Ruth.Get(community.Path(Preparing, "/versions/1"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_its_stewards_changes_what_is_asked_and_nobody_else_reads_it()
    {
        var community = await world.Found(Finding.Public);
        await world.Ines.Reword(community, Preparing, ("text-why", "Why, among us?"));
        foreach (var visitor in new[] { world.Ruth, world.Samir, world.Hanna })
            foreach (var way in new[] { "/wording", "/versions/1/return", "/retirement", "/restoration", "/translations", "/translations/fr" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post(community.Path(Preparing, way), ("language", "fr"), ("asked", "why"), ("text-why", "Mine"))).Status);
        foreach (var visitor in new[] { world.Samir, world.Hanna })
            foreach (var way in new[] { "", "/versions/1" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(community.Path(Preparing, way))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(community.Path(Preparing))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(community.Path(Preparing, "/wording"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/harbour/questions/{Preparing}/versions/1/return")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(community.Path("no-such-set"))).Status);
        Assert.Equal(1, await world.Journaled("prompts.written", community));
    }

    [Fact]
    public async Task A_set_is_read_with_two_questions_to_the_database()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "Why?"));
        var version = (await world.Current(community, Preparing))!.Id;
        using var newest = new QueryCount(community.Id.Value);
        using var prompts = new QueryCount(version.Value);
        await world.Asked(community, Preparing);
        Assert.Equal((1, 1), (newest.Count, prompts.Count));
    }

    [Fact]
    public async Task What_a_steward_wrote_for_all_stays_when_they_go_and_no_name_with_it()
    {
        var community = await world.Found();
        var leaver = await world.Newcomer("Wen Li");
        await world.Join(leaver, community);
        await world.Writes.Do(unit => Tend(unit, community, leaver));
        await leaver.Reword(community, Preparing, ("text-why", "What made you ask?"));
        await leaver.Submit(await leaver.Get("/me/departure"), "/me/departure", ("words", "erased"));

        var page = await world.Ruth.Get(community.Path(Preparing));
        Assert.Contains("What made you ask?", page.Main, StringComparison.Ordinal);
        Assert.Contains("written by a former member", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Wen Li", page.Text, StringComparison.Ordinal);
    }

    private static async Task Tend(Unit unit, Community community, Visitor who) => (await unit.MembershipOf(community.Id, who.Person.Id))!.BecomeSteward(unit.Now);
}
