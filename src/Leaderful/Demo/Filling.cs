using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

public static class Filling
{
    /// <summary>
    /// Fills an empty instance in one transaction, so that there is the whole story or nothing; then the old mailing list, which
    /// goes on where it was interrupted. Everything was done by the program's own operations, each at its time.
    /// </summary>
    public static async Task FillDemo(this WebApplication app, Settings settings)
    {
        var (writes, blobs, time) = (app.Services.GetRequiredService<Writes>(), app.Services.GetRequiredService<Blobs>(), app.Services.GetRequiredService<TimeProvider>());
        var calendar = DemoCalendar.UntilYesterday(time);
        var origin = settings.Address.Length > 0 ? settings.Address.TrimEnd('/') : app.Configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080";
        var paper = new Letterhead(app.Services.GetRequiredService<Languages>(), origin);
        await writes.Do(async unit =>
        {
            if (!await unit.Db.The<Person>().AnyAsync()) await new Story(calendar, paper, blobs).Play(unit);
        });
        if (await IsOurs(app.Services)) await OldList.BringIn(settings, calendar.At(Moment.On(70, "08:30")));
    }

    /// <summary>Whether the people here are the made-up ones.</summary>
    private static async Task<bool> IsOurs(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var key = Person.KeyOf(new Cast().Role("ines").Address);
        return await scope.ServiceProvider.GetRequiredService<Db>().The<Person>().AnyAsync(p => p.EmailKey == key);
    }
}
