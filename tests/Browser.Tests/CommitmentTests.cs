using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class CommitmentTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Theory(Timeout = Hall.Longest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Promised_in_a_touch_a_line_and_a_touch_and_kept_with_another(bool script)
    {
        var what = $"Keep a sheet at the garden room door {Guid.NewGuid():N}";
        var id = await world.Begin(world.Ines, "Who keeps the garden room open at night?");
        var ruth = await Open(world, world.Ruth, script: script);
        await ruth.GotoAsync(Talk.Path(id));
        await ruth.Link("Promise something").TapAsync();
        await ruth.Field("What do you promise?").FillAsync(what);
        await ruth.Button("Promise it").TapAsync();
        await ruth.Toast().IsShown();
        await Assertions.Expect(ruth.Locator("main .ledger")).ToContainTextAsync("taken on");
        if (script) await LooksRight(ruth);

        await ruth.Link(what).TapAsync();
        await ruth.Heading(what).IsShown();
        var ines = await Open(world, world.Ines, phone: false, dark: true);
        await ines.GotoAsync(new Uri(ruth.Url).PathAndQuery);
        await ruth.Field("How is it going, in a line?").FillAsync("Nobody has the key.");
        await ruth.Button("Something is in the way").TapAsync();
        await ruth.Link("Begin a conversation about it").IsShown();
        if (script) await LooksRight(ruth);
        await Assertions.Expect(ines.Locator(".barrier")).ToContainTextAsync("Nobody has the key.");
        if (script) await LooksRight(ines);
        await ruth.Button("It is kept").TapAsync();
        await Assertions.Expect(ines.Locator("#course")).ToContainTextAsync("Ruth Abara kept it.");
        Assert.NotNull(await world.Read(db => db.The<Commitment>().Where(c => c.What == what).Select(c => c.KeptAt).SingleAsync(TestContext.Current.CancellationToken)));
    }
}
