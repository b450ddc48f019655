using System.Net;
using Leaderful.Communities;
using Leaderful.Prompts;
using Leaderful.Tests.Communities;
using Xunit;
using static Leaderful.Prompts.HousePrompts;

namespace Leaderful.Tests.Prompts;

public class TranslationTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Everybody_reads_it_in_their_language_and_otherwise_as_it_was_written()
    {
        var community = await Reworded();
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "Pourquoi ?"), ("text-theme", "Quelle question ?"), ("hint-theme", "En peu de mots."));
        var french = await world.Asked(community, Preparing, "fr-CH", "en");
        Assert.Equal(("Pourquoi ?", "fr"), (french.One("why").Text, french.One("why").Language));
        Assert.Equal("En peu de mots.", french.One("theme").Hint);
        Assert.Equal("en", french.One("form").Language);
        Assert.Equal("Why?", (await world.Asked(community, Preparing, "pl")).One("why").Text);

        world.Ruth.Client.DefaultRequestHeaders.Add("Accept-Language", "fr-CH, en;q=0.5");
        var page = await world.Ruth.Get(community.Path(Preparing));
        Assert.Equal("Pourquoi ?", page.Page.QuerySelector(".questions [lang=fr]")!.TextContent);
        world.Ruth.Client.DefaultRequestHeaders.Remove("Accept-Language");
    }

    [Fact]
    public async Task Rewording_leaves_what_was_translated_and_says_what_is_to_be_looked_at()
    {
        var community = await Reworded();
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "Pourquoi ?"), ("text-theme", "Quelle question ?"));
        await world.Ines.Reword(community, Preparing, ("text-why", "What for?"));
        var french = await world.Asked(community, Preparing, "fr");
        Assert.Equal(("Pourquoi ?", "What for?"), (french.One("why").Text, french.One("why").Original));
        Assert.Null(french.One("theme").Original);
        Assert.Contains("One of them was reworded since", (await world.Ines.Get(community.Path(Preparing))).Main, StringComparison.Ordinal);

        // Something else is changed: what has not been looked at stays so.
        await world.Ines.Translate(community, Preparing, "fr", ("text-theme", "La question ?"));
        Assert.NotNull((await world.Asked(community, Preparing, "fr")).One("why").Original);
        await world.Ines.Translate(community, Preparing, "fr", ("right-why", "yes"));
        Assert.Null((await world.Asked(community, Preparing, "fr")).One("why").Original);

        await world.Ines.Reword(community, Preparing, ("text-why", "To what end?"));
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "À quelle fin ?"));
        Assert.Null((await world.Asked(community, Preparing, "fr")).One("why").Original);
    }

    [Fact]
    public async Task What_comes_back_from_an_earlier_wording_is_translated_as_it_was_then()
    {
        var community = await Reworded();
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "Pourquoi ?"));
        await world.Ines.Reword(community, Preparing, ("text-why", "What for?"));
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "À quoi bon ?"), ("text-theme", "Quelle question ?"));
        await world.Ines.Post(community.Path(Preparing, "/versions/1/return"));
        var french = await world.Asked(community, Preparing, "fr");
        Assert.Equal(("Pourquoi ?", "Quelle question ?"), (french.One("why").Text, french.One("theme").Text));
        Assert.True(french.Prompts.All(p => p.Original is null));
    }

    [Fact]
    public async Task What_is_emptied_is_asked_as_it_was_written()
    {
        var community = await Reworded();
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "Pourquoi ?"));
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", ""), ("hint-why", ""));
        Assert.Equal("Why?", (await world.Asked(community, Preparing, "fr")).One("why").Text);
    }

    [Fact]
    public async Task Options_are_translated_like_all_else()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Debrief, ("text-results", "What came of it?"));
        await world.Ines.Translate(community, Debrief, "fr", ("text-everyday-no", "Non"));
        Assert.Equal((No, "Non", "fr"), (await world.Asked(community, Debrief, "fr")).One(Everyday).Options.Select(o => (o.Name, o.Text, o.Language)).ElementAt(1));
    }

    [Fact]
    public async Task Whoever_translated_at_the_same_time_is_shown_what_the_other_wrote()
    {
        var community = await Reworded();
        var late = await world.Ines.Get(community.Path(Preparing, "/translations/fr"));
        await world.Ines.Translate(community, Preparing, "fr", ("text-why", "Pourquoi ?"));
        var told = await world.Ines.Submit(late, "/translations/fr", ("text-why", "Dans quel but ?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Pourquoi ?", told.Main, StringComparison.Ordinal);
        Assert.Equal("Dans quel but ?", told.Page.GetElementById("text-why")!.TextContent.Trim());
        Assert.Equal("Pourquoi ?", (await world.Asked(community, Preparing, "fr")).One("why").Text);
        await world.Ines.Submit(told, "/translations/fr");
        Assert.Equal("Dans quel but ?", (await world.Asked(community, Preparing, "fr")).One("why").Text);

        // And where it was reworded meanwhile, nothing goes to the wording that is no longer asked.
        late = await world.Ines.Get(community.Path(Preparing, "/translations/fr"));
        await world.Ines.Reword(community, Preparing, ("text-why", "What for?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Submit(late, "/translations/fr", ("text-why", "Trop tard"))).Status);
    }

    [Fact]
    public async Task A_language_is_begun_by_its_short_name()
    {
        var community = await Reworded();
        var languages = await world.Ines.Get(community.Path(Preparing, "/translations"));
        Assert.Equal("português (Brasil)", (await world.Ines.Submit(languages, "/translations", ("language", "pt-br"))).Heading);
        foreach (var wrong in new[] { "", "Portuguese!", "en" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Submit(languages, "/translations", ("language", wrong))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(community.Path(Preparing, "/translations/en"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(community.Path(Preparing, "/translations/PT"))).Status);
        // The house's words come in the languages of the house.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(community.Path(Checklist, "/translations"))).Status);
    }

    [Fact]
    public async Task What_is_too_long_or_half_is_said_on_its_field()
    {
        var community = await Reworded();
        var again = await world.Ines.Translate(community, Preparing, "fr", ("text-why", new string('x', 501)), ("hint-form", "Seul"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["text-form", "text-why"], again.Page.QuerySelectorAll("form [aria-invalid]").Select(e => e.Id));
        Assert.Equal("Seul", again.Page.GetElementById("hint-form")!.TextContent.Trim());
    }

    private async Task<Community> Reworded()
    {
        var community = await world.Found();
        await world.Ines.Reword(community, Preparing, ("text-why", "Why?"));
        return community;
    }
}
