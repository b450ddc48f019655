using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

public static class Filling
{
    /// <summary>
    /// Fills an empty instance in one transaction, so that there is the whole demo or nothing. Everything in it was done by the
    /// program's own operations, each at its time.
    /// </summary>
    public static Task FillDemo(this WebApplication app, Settings settings)
    {
        var (writes, time) = (app.Services.GetRequiredService<Writes>(), app.Services.GetRequiredService<TimeProvider>());
        var address = settings.Address.Length > 0 ? settings.Address : app.Configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080";
        return writes.Do(async unit =>
        {
            if (await unit.Db.The<Person>().AnyAsync()) return;
            await new Story(DemoCalendar.UntilYesterday(time), address).Play(unit);
        });
    }
}
