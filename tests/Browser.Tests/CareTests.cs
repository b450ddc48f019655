using Leaderful.Communities.Agreements;
using Leaderful.Mime;
using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class CareTests(Hall hall, CaringWorld world) : InHall(hall), IClassFixture<CaringWorld>
{
    [Fact(Timeout = Hall.Longest)]
    public async Task A_post_is_reported_decided_with_a_reason_and_answered_all_by_touch_from_mail_to_mail()
    {
        var id = await world.Begin(world.Ruth, "Who left the ward unlocked?", "It is always the same one. We all know who.");
        var joss = await Open(world, world.Joss);
        await joss.GotoAsync(Talk.Path(id));
        await joss.Post("always the same one").GetByRole(AriaRole.Link, new() { Name = "More" }).TapAsync();
        await joss.Link("Report it").TapAsync();
        await joss.Heading("Report a post").IsShown();
        await LooksRight(joss);
        await joss.Button("Send it to them").TapAsync();
        await Assertions.Expect(joss.Locator("#agreement .wrong")).ToContainTextAsync("Choose an agreement");
        await LooksRight(joss);
        await joss.GetByLabel("We speak kindly").CheckAsync();
        await joss.Field("What would you like to say about it?").FillAsync("They mean me, and everybody reads it.");
        await joss.Button("Send it to them").TapAsync();
        await joss.Toast().IsShown();
        await LooksRight(joss);
        await joss.GotoAsync(Talk.Path(id));
        await joss.GetByText("Folded while somebody looks at it").IsShown();
        await Assertions.Expect(joss.GetByText("always the same one")).ToBeHiddenAsync();
        await LooksRight(joss);

        var ines = await Open(world, world.Ines, dark: true);
        await ines.GotoAsync(await Link(world.Ines));
        await ines.Heading("A post that is looked at").IsShown();
        await Assertions.Expect(ines.Locator("main")).ToContainTextAsync("They mean me, and everybody reads it.");
        await LooksRight(ines);
        await ines.Button("Decide").TapAsync();
        await Assertions.Expect(ines.Locator("#verdict .wrong")).ToContainTextAsync("Choose what should become of it.");
        await ines.GetByLabel("Ask its author to mend it").CheckAsync();
        await ines.GetByLabel("We speak kindly").CheckAsync();
        await ines.Field("Why?").FillAsync("Say what happened, not who.");
        await ines.Button("Decide").TapAsync();
        await ines.Toast().IsShown();
        await LooksRight(ines);

        var ruth = await Open(world, world.Ruth);
        await ruth.GotoAsync(await Link(world.Ruth));
        await Assertions.Expect(ruth.Locator("main")).ToContainTextAsync("Say what happened, not who.");
        foreach (var hidden in new[] { "Joss", "They mean me" }) await Assertions.Expect(ruth.Locator("main")).Not.ToContainTextAsync(hidden);
        await LooksRight(ruth);
        await ruth.Field("What would you like to say to them?").FillAsync("You are right. I was tired.");
        await ruth.Button("Send it").TapAsync();
        await ruth.Toast().IsShown();
        await LooksRight(ruth);

        await ines.GotoAsync("/c/millbrook/care");
        foreach (var line in new[] { "Ines Okoro asked its author to mend it", "Say what happened, not who.", "We speak kindly" }) await Assertions.Expect(ines.Locator("main")).ToContainTextAsync(line);
        await LooksRight(ines);
        await ines.Locator("main .items a").First.TapAsync();
        await Assertions.Expect(ines.Locator("main")).ToContainTextAsync("You are right. I was tired.");
        await LooksRight(ines);
    }

    /// <summary>Of the newest mail to somebody, as it lies in the folder.</summary>
    private async Task<string> Link(Visitor who)
    {
        var folder = world.Services.GetRequiredService<Settings>().MailFolder;
        for (var wait = 0; wait < 300; wait++)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal))
            {
                var mail = MailMessage.Parse(await File.ReadAllBytesAsync(file));
                if (mail.To[0].Address == who.Person.Email) return new Uri(mail.Body.BestText().Text.Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"No mail came to {who.Person.Email}.");
    }
}

/// <summary>Millbrook with an agreement all have accepted, and Joss in it.</summary>
public sealed class CaringWorld : LiveWorld
{
    public Visitor Joss { get; private set; } = null!;

    protected override async Task Settle()
    {
        await base.Settle();
        await Join(Joss = await Register("Joss Penhale", "joss@millbrook.example"), Millbrook);
        await Writes.Do(unit => { unit.WriteAgreement(Millbrook.Id, Ines.Person.ActorId, "We speak kindly", "Also of those who are not here."); });
        var agreed = await Read(db => db.AgreementsOf(Millbrook.Id));
        foreach (var one in new[] { Ines, Ruth, Joss })
            await Writes.Do(async unit => await unit.Accept(Millbrook.Id, await Leaderful.Communities.Entering.ThePerson(unit, one.Person.Id), agreed));
    }
}
