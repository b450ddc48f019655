using System.Globalization;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.Shared;
using Microsoft.Playwright;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>Ruth calls it, gives the parts and draws the wall.</summary>
public sealed partial class WholeEventTests
{
    private static readonly string[] Places = ["Library", "Gym", "Yard"];

    /// <summary>A place where it is between ten and eleven in the morning, whenever this runs: its first session is on.</summary>
    private static readonly string Zone = Zones.All.First(z => Zones.FromUtc(TimeProvider.System.GetUtcNow().UtcDateTime, z).Hour == 10);

    private static readonly string Today = Written(DateOnly.FromDateTime(Zones.FromUtc(TimeProvider.System.GetUtcNow().UtcDateTime, Zone)));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task CallIt()
    {
        await ruth.GotoAsync("/c/millbrook/gatherings");
        await ruth.Link("Call a gathering").ClickAsync();
        await ruth.Field("What is it called?").FillAsync("An Open Space about the nights");
        await ruth.Locator("#kind").SelectOptionAsync("OpenSpace");
        await ruth.Locator("#day").FillAsync(Today);
        await ruth.Locator("#at").FillAsync("09:00");
        await ruth.Locator("#minutes").SelectOptionAsync("480");
        await ruth.Locator("summary").Filter(new() { HasText = "The clock of" }).ClickAsync();
        await ruth.Locator("#zone").SelectOptionAsync(Zone);
        await ruth.Field("Where?").FillAsync("The old laundry");
        await LooksRight(ruth);
        await ruth.Button("Call it").ClickAsync();
        await ruth.Heading("An Open Space about the nights").IsShown();
        id = Id<Space>.Parse(new Uri(ruth.Url).Segments[^1], null);
        await LooksRight(ruth);
    }

    private async Task GiveParts()
    {
        await ruth.GotoAsync(At("preparing/parts"));
        foreach (var (name, part) in new[] { ("Ines Okoro", "Sponsor"), ("Bea Falk", "Scribe") })
        {
            await ruth.Field("To whom?").FillAsync(name);
            await ruth.Locator($"input[name=part][value={part}]").CheckAsync();
            await ruth.Button("Give it").ClickAsync();
            await ruth.Locator(".holders").GetByText(name).IsShown();
        }
        await LooksRight(ruth);
    }

    private async Task DrawTheWall()
    {
        await ruth.GotoAsync(At("wall"));
        await LooksRight(ruth);
        await ruth.GotoAsync(At("wall/settings"));
        await Time("09:00", 180);
        await Time("12:00", 60);
        await Time("13:00", 60, "Break", "Soup");
        await Time("14:00", 60);
        foreach (var place in Places)
        {
            await ruth.Locator("#name").FillAsync(place);
            await ruth.Button("Add the place").ClickAsync();
            await Part(ruth, "wall-places").Locator(".items").GetByText(place).IsShown();
        }
        await LooksRight(ruth);
    }

    private async Task Time(string at, int minutes, string kind = "Sessions", string called = "")
    {
        await ruth.Locator("#day").FillAsync(Today);
        await ruth.Locator("#at").FillAsync(at);
        await ruth.Field("Minutes").FillAsync(minutes.ToString(CultureInfo.InvariantCulture));
        await ruth.Locator("#kind").SelectOptionAsync(kind);
        await ruth.Locator("#called").FillAsync(called);
        await ruth.Button("Add").ClickAsync();
        await Part(ruth, "wall-times").Locator(".items").GetByText($"{at} to").IsShown();
    }
}
