using System.Globalization;
using Microsoft.Playwright;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>The sponsor and whoever holds it prepare it together, each on their own browser.</summary>
public sealed partial class WholeEventTests
{
    private const string Given = "The budget of this year is spent.";
    private const string Pledge = "Keep the laundry open one night a week";

    /// <summary>The theme is the calling question; the sponsor answers it and one more, Ruth reads it and ticks what she has seen to.</summary>
    private async Task PrepareTogether()
    {
        await ines.GotoAsync(At("preparing"));
        await LooksRight(ines);
        await ines.Link("Answer them").TapAsync();
        await ines.Field("Which question calls people to it?").FillAsync(Theme);
        await ines.Button("Keep the answer to: Which question calls people to it?").TapAsync();
        await Assertions.Expect(ines.Locator("#title")).ToHaveValueAsync(Theme);
        await ines.Toast().First.IsShown();
        const string why = "Why now, and what would be different afterwards?";
        await ines.Field(why).FillAsync("People at night decide alone, and nobody hears of it.");
        await ines.Button($"Keep the answer to: {why}").TapAsync();
        await ines.Locator("#q-why").GetByText("Ines Okoro").IsShown();
        await LooksRight(ines);

        await ruth.GotoAsync(At("preparing/questions"));
        await Assertions.Expect(ruth.Field(why)).ToHaveValueAsync("People at night decide alone, and nobody hears of it.");
        await LooksRight(ruth);
        await ruth.GotoAsync(At("preparing/checklist"));
        foreach (var key in new[] { "room", "paper" })
        {
            await ruth.Locator($"#tick-{key} button").ClickAsync();
            await Assertions.Expect(ruth.Locator($"#tick-{key} button")).ToHaveAttributeAsync("aria-pressed", "true");
        }
        await LooksRight(ruth);
    }

    /// <summary>What is given, how free groups are, what is promised for afterwards, and the day on which all look at it.</summary>
    private async Task SayWhatHolds()
    {
        await ines.GotoAsync(At("givens/new"));
        await ines.Field("What is given?").FillAsync(Given);
        await ines.Button("Keep it").TapAsync();
        await ines.Locator(".givens").GetByText(Given).IsShown();
        await ines.Link("Write it").TapAsync();
        await ines.Field("How free are they?").FillAsync("Whatever costs less than a day's wage is theirs to do.");
        await ines.Button("Keep it").TapAsync();
        await ines.Link("Write down a promise").TapAsync();
        await ines.Field("Who promises?").FillAsync("Ines Okoro");
        await ines.Field("What?").FillAsync(Pledge);
        await ines.Locator("#day").FillAsync(InDays(20));
        await LooksRight(ines);
        await ines.Button("Write it down").TapAsync();
        await Part(ines, "pledges").GetByText(Pledge).IsShown();
        await LooksRight(ines);
        await ruth.GotoAsync(At("preparing"));
        await ruth.Locator("#day").FillAsync(InDays(7));
        await Part(ruth, "review").GetByRole(AriaRole.Button).ClickAsync();
        await Part(ruth, "review").GetByText("It is planned.").IsShown();
        await LooksRight(ruth);
    }

    private static string InDays(int days) => Written(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days));

    private static string Said(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"));
}
