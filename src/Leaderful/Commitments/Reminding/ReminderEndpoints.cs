using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Whether somebody is reminded at all, in all their communities.</summary>
public static class ReminderEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder app) => app.MapGroup("/me/reminders")
        .ForPeople("what letters somebody gets is theirs to say").MapPost("", Choose).RequireRateLimiting(RateLimits.Writing);

    private static async Task<IResult> Choose(Form form, Viewer viewer, Writes writes)
    {
        var wants = form.Has("reminders");
        await writes.Do(unit => unit.ChooseReminders(viewer.Me.PersonId, wants));
        return Screen.Go("/me", new Done(wants ? "commitments.reminders.on" : "commitments.reminders.off"));
    }

    /// <summary>There is no journal row: it is nobody else's to know.</summary>
    public static Task ChooseReminders(this Unit unit, Id<Accounts.Person> person, bool wants) =>
        unit.Db.The<Accounts.Person>().Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.RemindersStoppedAt, wants ? null : unit.Now));
}
