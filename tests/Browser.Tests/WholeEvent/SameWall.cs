using Leaderful.OpenSpace.Wall;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>What hangs where, read from what three browsers show: a laptop, a phone, a projector with the wall and its hall.</summary>
public sealed partial class WholeEventTests
{
    /// <summary>Each topic with its time and its place, as people read them.</summary>
    private const string Wall = """
        () => [...document.querySelectorAll("[data-board] .slip")].map(slip => {
          const cell = slip.closest(".cell"), time = cell?.closest(".slot").querySelector("h2").textContent.trim().slice(0, 5);
          return `${slip.querySelector("h3").textContent.trim()} | ${cell ? `${time} ${cell.querySelector(".at").textContent.trim()}` : slip.closest("[data-tray]") ? "tray" : "nowhere"}`;
        }).sort().join("\n")
        """;

    /// <summary>What is on now and next, as the hall shows it.</summary>
    private const string InTheHall = """
        () => [...document.querySelectorAll("#hall .now li, #hall .next li")].filter(li => !li.querySelector(".nobody")).map(li => {
          const isNow = li.closest(".now") !== null, words = what => li.querySelector(what).textContent.trim();
          return isNow ? `now ${words("h3")} | ${words(".at")}` : `next ${words("b")} | ${words(".by")}`;
        }).sort().join("\n")
        """;

    private IPage onLaptop = null!, onPhone = null!, onProjector = null!, inTheHall = null!;

    /// <summary>They open the wall once, before anything hangs there; the phone's owner comes in by the code first.</summary>
    private async Task LookOn()
    {
        onLaptop = await Hall.OpenIn(ruth.Context);
        await onLaptop.GotoAsync(At("wall"));
        await LooksRight(onLaptop);
        onProjector = await Open(world, world.Again(world.Ines), phone: false, dark: true);
        inTheHall = await Hall.OpenIn(onProjector.Context);
        foreach (var (page, where) in new[] { (onProjector, "wall"), (inTheHall, "wall/hall") })
        {
            await page.SetViewportSizeAsync(1920, 1080);
            await page.GotoAsync(At(where));
            await LooksRight(page);
        }
    }

    /// <summary>All of them, or those that have a network.</summary>
    private async Task SameWall(bool phoneIsThere = true)
    {
        var board = await world.Read(db => db.BoardOf(id));
        var hangs = Lines(board.Slips.Where(s => s.Stands).Select(s => $"{s.Title} | {Where(board, s)}"));
        foreach (var page in phoneIsThere ? new[] { onLaptop, onPhone, onProjector } : [onLaptop, onProjector]) await Shows(page, Wall, hangs);
        await Shows(inTheHall, InTheHall, Lines(On(board, 0, "now").Concat(On(board, 1, "next"))));
    }

    private static string Where(Board board, Slip slip) =>
        board.Hangs(slip) ? FormattableString.Invariant($"{board.Slot(slip)!.Begins:HH:mm} {board.Place(slip)!.Name}") : "tray";

    private static IEnumerable<string> On(Board board, int slot, string when) =>
        board.Places.SelectMany(place => board.At(board.Slots[slot], place).Select(slip => $"{when} {slip.Title} | {place.Name}"));

    private static string Lines(IEnumerable<string> all) => string.Join('\n', all.Order(StringComparer.Ordinal));

    private static Task Shows(IPage page, string read, string expected) => Until(async () => await page.EvaluateAsync<string>(read) == expected,
        async () => $"{page.ViewportSize!.Width} px wide, {page.Url} shows\n{await page.EvaluateAsync<string>(read)}\nand not\n{expected}");

    private static ILocator SlipOf(IPage page, string title) => page.Locator(".slip").Filter(new() { HasText = title });

    /// <summary>The n-th time of sessions at a place.</summary>
    private async Task<string> Cell(int slot, string place)
    {
        var board = await world.Read(db => db.BoardOf(id));
        return $"[id='cell-{board.Slots.Where(s => s.Kind == SlotKind.Sessions).ElementAt(slot).Id}-{board.Places.Single(p => p.Name == place).Id}']";
    }

    private async Task<string> Spot(int slot, string place)
    {
        var board = await world.Read(db => db.BoardOf(id));
        return $"{board.Slots.Where(s => s.Kind == SlotKind.Sessions).ElementAt(slot).Id}.{board.Places.Single(p => p.Name == place).Id}";
    }
}
