using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>Afterwards, among those who sponsored and held it: nine questions, one of which may rest.</summary>
public sealed partial class WholeEventTests
{
    private const string Growing = "A night each for the wards to decide on";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["results"] = "Four things are begun, and we had hoped for one.",
        ["leadership"] = "At the stairs, with a torch.",
        ["community"] = "The porters spoke first.",
        ["frame"] = "Nobody asked for more time.",
        ["now"] = "Orders come by note.",
        ["not-ready"] = "We still read every note twice.",
        ["growing"] = $"{Growing}\nA key for whoever is last",
    };

    private async Task TalkItOver()
    {
        await ines.GotoAsync(At("debrief"));
        await ines.Button("Begin the talk").TapAsync();
        await ines.Locator("#q-results").GetByRole(AriaRole.Link).TapAsync();
        await Answer("results");
        await Answer("leadership");
        await ines.WaitForURLAsync("**/vision");
        await LooksRight(ines);
        await ines.Link("Let it rest").TapAsync();
        await Answer("community");
        await Answer("frame");
        await ines.WaitForURLAsync("**/everyday");
        await ines.GetByText("Not yet, and we would like it to be").TapAsync();
        await LooksRight(ines);
        await ines.Button("Keep it, and on").TapAsync();
        foreach (var key in new[] { "now", "not-ready", "growing" }) await Answer(key);
        await Assertions.Expect(ines.Locator("#q-vision")).ToContainTextAsync("This one rests.");
        await LooksRight(ines);
        await ines.Link($"Make it a commitment: {Growing}").TapAsync();
        await ines.Heading("Make it a commitment").IsShown();
        await LooksRight(ines);
        await ines.Button("Make it one").TapAsync();
        await ines.Button("We have talked").TapAsync();
        await ines.GetByText("It is talked over.").First.IsShown();
    }

    private async Task Answer(string key)
    {
        await ines.WaitForURLAsync($"**/questions/{key}");
        await ines.Locator("#text").FillAsync(Answers[key]);
        await ines.Locator("form .act.main").TapAsync();
        await ines.WaitForURLAsync(url => !url.EndsWith($"/{key}", StringComparison.Ordinal));
    }

    /// <summary>Nobody else reads a word of it until those who talked give it to them; guests never do.</summary>
    private async Task GiveItToTheOthers()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await beaHerself.Get(At("debrief"))).Status);
        await ines.Button("Give it to them").TapAsync();
        await ines.Button("Take it back").IsShown();
        await bea.GotoAsync(At("debrief"));
        foreach (var words in Answers.Values.SelectMany(a => a.Split('\n'))) await Assertions.Expect(bea.Locator("main")).ToContainTextAsync(words);
        await LooksRight(bea);
        var refused = await tom.GotoAsync(At("debrief"));
        Assert.False(refused!.Ok && new Uri(tom.Url).AbsolutePath == At("debrief"), "A guest reads the talk.");
        Hall.Troubles(tom);
    }
}
