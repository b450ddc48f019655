using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.OneToOnes;
using Leaderful.Shared;
using Leaderful.Stories.Moments;
using Leaderful.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>A one-to-one from the first thought to what both promised, on two phones; one of the two has no account.</summary>
public class OneToOneTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const string List = "/c/millbrook/one-to-ones";

    [Fact(Timeout = Hall.Longest)]
    public async Task A_newcomer_prepares_one_the_other_accepts_from_the_mail_and_both_confirm_what_they_promise()
    {
        var to = $"ida-{Guid.NewGuid():N}@far.example";
        var ruth = await Open(world, world.Ruth);
        await ruth.GotoAsync(List);
        await LooksRight(ruth);
        await ruth.Link("Plan a one-to-one").First.TapAsync();
        await ruth.Field("With whom?").FillAsync("Ida Brown");
        await ruth.Locator("#day").FillAsync("2027-03-04");
        await ruth.Locator("#at").FillAsync("07:30");
        await ruth.Field("Why do you want to meet?").FillAsync("To hear how the well was dug");
        await LooksRight(ruth);
        await ruth.Button("Plan it").TapAsync();
        await ruth.Heading("With Ida Brown").IsShown();
        await LooksRight(ruth);

        await ruth.Link("Ask them to meet").TapAsync();
        await ruth.Heading("Ask them to meet").IsShown();
        await ruth.Field("Their address").FillAsync(to);
        await LooksRight(ruth);
        await ruth.Button("Ask them to meet").TapAsync();
        await ruth.GetByText("nothing to do but wait").IsShown();

        var ida = await Open(world);
        await ida.GotoAsync(await world.LinkTo(to));
        await ida.Heading("Ruth Abara would like to meet you").IsShown();
        await LooksRight(ida);
        await ida.Locator("#answer label").First.TapAsync();
        await ida.Button("Answer").TapAsync();
        await ida.GetByText("You meet Ruth Abara.").IsShown();
        await LooksRight(ida);

        var id = await HasBeen("Ida Brown");
        await ruth.GotoAsync($"{List}/{id}");
        await ruth.Button("We met").TapAsync();
        await ruth.Link("Write it down").TapAsync();
        await ruth.GetByLabel("A hand").TapAsync();
        await ruth.Locator("#planner-does").FillAsync("I bring a rope");
        await ruth.Locator("#other-does").FillAsync("Ida shows us the well");
        await LooksRight(ruth);
        await ruth.Button("So it is, as I see it").TapAsync();
        await ruth.GetByText("It waits for Ida Brown").IsShown();

        await ida.ReloadAsync();
        await ida.GetByText("Ruth Abara wrote this. Is it so?").IsShown();
        await LooksRight(ida);
        await ida.Button("It is so").TapAsync();
        await ida.GetByText("Both of you confirmed it.").IsShown();
        await LooksRight(ida);
        await ruth.GotoAsync("/c/millbrook/commitments");
        await ruth.GetByText("I bring a rope").First.IsShown();
        await ruth.GetByText("Ida shows us the well").First.IsShown();
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Each_looks_back_and_a_story_quotes_a_moment_for_as_long_as_it_may()
    {
        var to = $"ida-{Guid.NewGuid():N}@far.example";
        var words = $"We dug by hand until the frost {Guid.NewGuid():N}";
        var (ruth, ines) = (await Open(world, world.Ruth), await Open(world, world.Ines));
        foreach (var page in new[] { ruth, ines })
        {
            await page.GotoAsync("/c/millbrook/reflections");
            await LooksRight(page);
            await page.Button("For me alone").TapAsync();
            await page.Locator("[data-note-field]").First.IsShown();
            Assert.Equal(6, await page.Locator("[data-note-field]").CountAsync());
            await LooksRight(page);
        }
        await ruth.GotoAsync("/c/millbrook/stories");
        await ruth.Link("Tell a story of yourself").First.TapAsync();
        await ruth.Field("How is it called?").FillAsync("The well");
        await ruth.Field("What was hard").FillAsync("Nobody knew where the water was.");
        await LooksRight(ruth);
        await ruth.Button("Keep it").TapAsync();
        await ruth.Heading("The well").IsShown();
        await ruth.Link("Let others read it").TapAsync();
        await ruth.Heading("Who reads it?").IsShown();
        await ruth.Locator("input[name=scope]").Last.CheckAsync();
        await ruth.Locator("#reason").FillAsync("So that the well is remembered");
        await LooksRight(ruth);
        await ruth.Button("Keep it").TapAsync();
        await ruth.Heading("The well").IsShown();
        var story = new Uri(ruth.Url).AbsolutePath;

        await ruth.Link("Quote somebody").TapAsync();
        await ruth.Field("Their words").FillAsync(words);
        await ruth.Field("Who said it?").FillAsync("Ida Brown");
        await ruth.Field("Their address, if they are not a member here").FillAsync(to);
        await LooksRight(ruth);
        await ruth.Button("Ask them").TapAsync();
        await ruth.Heading("The well").IsShown();
        await ines.GotoAsync(story);
        await ines.Heading("The well").IsShown();
        await Assertions.Expect(ines.GetByText(words)).ToHaveCountAsync(0);

        var ida = await Open(world);
        await ida.GotoAsync(await LetterAbout(words, to));
        await ida.Heading("Ruth Abara would like to quote you").IsShown();
        await LooksRight(ida);
        await ida.Button("They may quote it").TapAsync();
        await ida.Button("Withdraw it").IsShown();
        await LooksRight(ida);
        await ines.ReloadAsync();
        await ines.GetByText(words).IsShown();
        await LooksRight(ines);
        await ida.Button("Withdraw it").TapAsync();
        await ida.GetByText("Nobody reads it any more").First.IsShown();
        await ines.ReloadAsync();
        await ines.Heading("The well").IsShown();
        await Assertions.Expect(ines.GetByText(words)).ToHaveCountAsync(0);
    }

    /// <summary>Where the letter leads in which somebody is asked for their words: by work of the outbox, which has no address to begin links with here.</summary>
    private async Task<string> LetterAbout(string words, string to)
    {
        var paper = new Letterhead(world.Services.GetRequiredService<Languages>(), world.Address.ToString().TrimEnd('/'));
        var moment = await world.Read(db => db.The<Moment>().Where(m => m.Words == words).Select(m => m.Id).SingleAsync());
        await world.Writes.Do(unit => unit.AskByLetter(paper, moment));
        return await world.LinkTo(to);
    }

    /// <summary>As though its time had come: the clock of these tests is the world's.</summary>
    private async Task<Id<OneToOne>> HasBeen(string name) => await world.Writes.Do(async unit =>
    {
        var one = await unit.Db.The<OneToOne>().AsTracking().SingleAsync(o => o.WithName == name);
        one.Move(one.Time with { Day = new DateOnly(2020, 3, 4) });
        return one.Id;
    });
}
