using System.Globalization;
using System.Text;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class BringingTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const int People = 500;
    private const string Domain = "bringing.example";

    private static readonly string[] Bad = ["", "no address", "a@b", "x@", "@y.example", "two@one.example; three@one.example", "=1+1", "p p@one.example", "ä@", "a..b@one.example", "<script>alert(1)</script>", "p@-.example"];

    [Fact(Timeout = Hall.Longest)]
    public async Task Five_hundred_come_from_a_spreadsheet_with_twelve_rows_mended_where_they_stand()
    {
        var page = await Open(world, world.Ines, phone: false);
        await page.GotoAsync("/c/millbrook/people");
        await page.Link("Bring people in").ClickAsync();
        await LooksRight(page);
        await page.Field("A file").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Csv()) });
        await page.Button("Look at it first").ClickAsync();
        await page.Heading("Look at your list").IsShown();
        await page.Field("The e-mail address is in").SelectOptionAsync(new SelectOptionValue { Label = "Work" });
        await page.Button("Read it again").ClickAsync();
        await Says(page, "Will be invited", People - Bad.Length);
        await Says(page, "Cannot be used as they are", Bad.Length);
        var rows = page.Locator("form[action$='/rows'] fieldset");
        await Assertions.Expect(rows).ToHaveCountAsync(Bad.Length);
        await Assertions.Expect(rows.Locator(".wrong")).ToHaveCountAsync(Bad.Length);
        await Assertions.Expect(rows.First.Locator(".wrong")).ToHaveTextAsync("There is no address in this row.");
        await LooksRight(page);

        for (var n = 0; n < Bad.Length; n++) await rows.Nth(n).GetByLabel("E-mail address").FillAsync(n == 3 ? "still wrong" : Address(10 + n));
        await page.Button("Keep these").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.GetByLabel("E-mail address")).ToHaveValueAsync("still wrong");
        await LooksRight(page);
        await rows.GetByLabel("E-mail address").FillAsync(Address(13));
        await page.Button("Keep these").ClickAsync();
        await Says(page, "Will be invited", People);
        await LooksRight(page);

        await page.Button("Invite 500 people").ClickAsync();
        await page.Heading("The invitations are going out").IsShown();
        await page.Locator("progress").IsShown();
        await LooksRight(page);
        await Assertions.Expect(page.Heading("This list is done")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("500 people were invited");
        await LooksRight(page);
        var mailed = await world.Read(db => db.The<QueuedMail>().Where(m => m.To.EndsWith("@" + Domain)).Select(m => m.To).ToListAsync());
        Assert.Equal((People, People), (mailed.Count, mailed.Distinct(StringComparer.Ordinal).Count()));

        var phone = await Open(world, world.Ines, dark: true);
        await phone.GotoAsync(page.Url);
        await LooksRight(phone);
    }

    private static Task Says(IPage page, string what, int count) =>
        Assertions.Expect(page.Locator("table.set tr").Filter(new() { HasText = what }).Locator(".n")).ToHaveTextAsync(count.ToString(CultureInfo.InvariantCulture));

    private static string Address(int n) => string.Create(CultureInfo.InvariantCulture, $"p{n}@{Domain}");

    /// <summary>The first column of addresses is not the one that is meant.</summary>
    private static string Csv() => "Name,Private,Work\n" + string.Concat(Enumerable.Range(0, People).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"Person {n},home{n}@private.example,\"{(n is >= 10 and < 22 ? Bad[n - 10] : Address(n))}\"\n")));
}
