using Leaderful.Files;
using Leaderful.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>A face beside a name, brought from a phone.</summary>
public class PhotoTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task A_phones_large_picture_is_made_small_before_it_leaves_and_others_see_it()
    {
        var large = Drawing.Of(1300, 900);
        Assert.True(large.Length > Upload.MostPhotoBytes);
        var who = await world.Register("Wen Li", $"{Guid.NewGuid():N}@photo.example");
        await world.Join(who, world.Millbrook);
        var page = await Open(world, who);
        await page.GotoAsync("/me/portrait");
        await LooksRight(page);
        await page.Link("Add a photo").TapAsync();
        await page.Heading("Photo").IsShown();
        await page.Button("Keep it").TapAsync();
        await Assertions.Expect(page.Locator("#photo-w")).ToContainTextAsync("Choose a photo");
        await LooksRight(page);
        await page.Field("Choose a photo").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = large });
        await page.WaitForFunctionAsync($"() => document.querySelector('#photo').files[0].size < {Upload.MostPhotoBytes}");
        await Assertions.Expect(page.Locator("#photo-w")).ToBeEmptyAsync();
        await page.Field("What for?").FillAsync("So that you know me");
        await page.Button("Keep it").TapAsync();
        await page.Toast().IsShown();
        await IsDrawn(page, page.Locator("main .who.l img"));
        await LooksRight(page);

        var other = await Open(world, world.Ines, dark: true);
        await other.GotoAsync($"/c/millbrook/people/{who.Person.Id}");
        await IsDrawn(other, other.GetByRole(AriaRole.Img, new() { Name = "Wen Li" }));
        await LooksRight(other);
        await other.GotoAsync("/c/millbrook/people?q=wen");
        await IsDrawn(other, other.Locator(".items .who img"));
        await LooksRight(other);
    }

    private static async Task IsDrawn(IPage page, ILocator picture)
    {
        await picture.IsShown();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.who img')].every(i => i.complete && i.naturalWidth > 0)");
        Assert.Equal((512, 512), (await picture.EvaluateAsync<int>("i => i.naturalWidth"), await picture.EvaluateAsync<int>("i => i.naturalHeight")));
    }
}
