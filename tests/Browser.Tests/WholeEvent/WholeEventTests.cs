using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>
/// An Open Space from the first question of its sponsor to the next one that begins with what it left. Ruth holds it on a laptop, Ines
/// sponsors it from her phone, Bea writes down what others call out; Old Tom comes in by the code, Ada does so by keyboard alone; a
/// projector shows it to the hall. Three browsers keep the wall open from the first topic to the last and are never asked to look again.
/// </summary>
public sealed partial class WholeEventTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const string Theme = "What would make the night ours?";

    /// <summary>In milliseconds: a whole day, where the network may be gone for a minute.</summary>
    private const int Longest = 2 * Hall.Longest;

    private Id<Space> id;
    private Visitor beaHerself = null!;
    private IPage ruth = null!, ines = null!, bea = null!, tom = null!, ada = null!;

    [Fact(Timeout = Longest)]
    public async Task From_the_calling_question_to_the_next_open_space_all_see_the_same_wall_and_nothing_is_lost()
    {
        await SitDown();
        await CallIt();
        await GiveParts();
        await PrepareTogether();
        await SayWhatHolds();
        await DrawTheWall();
        await InviteByMail();
        var code = await OpenTheRoom();
        await LookOn();

        await ComeInAndPostInSixTaps(code);
        await PostByKeyboard(code);
        await WriteDownWhatOthersCallOut();
        await MoveByKeyboard();
        await MoveByMouse();
        await MoveByTouch();
        await JoinTwo();
        await LetOneGo();
        await LetSessionsRun();

        await GoOnWithoutNetwork();
        await ReportTheOthers();
        await ShowTheEnergy();
        await TakeOnWhatIsToBeDone();
        await Close();
        await ReadTheBook();
        await TakeTheBookAlong();

        await TalkItOver();
        await GiveItToTheOthers();
        await LookBack();
        await BeginTheNextFromHere();
    }

    /// <summary>Who is there from the start; the others come in later.</summary>
    private async Task SitDown()
    {
        beaHerself = await world.Register("Bea Falk", "bea@millbrook.example");
        await world.Join(beaHerself, world.Millbrook);
        // Only whoever proved their address is written to.
        await world.Writes.Do(unit => unit.Db.The<Person>().Where(p => p.Id == beaHerself.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        ruth = await Open(world, world.Again(world.Ruth), phone: false);
        ines = await Open(world, world.Again(world.Ines));
        bea = await Open(world, beaHerself, dark: true);
    }

    private string At(string rest = "") => rest.Length == 0 ? $"/c/millbrook/gatherings/{id}" : $"/c/millbrook/gatherings/{id}/{rest}";

    private static ILocator Part(IPage page, string id) => page.Locator($".part:has(> .side > #{id})");

    /// <summary>Asks again until it is so; what it asks may be a page that has to be loaded anew.</summary>
    private static async Task Until(Func<Task<bool>> isSo, Func<Task<string>> otherwise)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }
        Assert.Fail(await otherwise());
    }
}
