using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>One list: its columns, its rows, its sending, and its end.</summary>
public static class GuestListEndpoints
{
    public static void MapGuestList(this RouteGroupBuilder bringing)
    {
        var list = bringing.MapGroup("/{list}");
        list.MapGet("", Show);
        var changes = list.MapGroup("").RequireRateLimiting(RateLimits.Writing);
        changes.MapPost("/columns", SetColumns);
        changes.MapPost("/rows", Mend);
        changes.MapPost("/rows/omission", (Id<GuestList> list, Viewer viewer, Db db, Writes writes) => Change(list, viewer, db, writes, unit => unit.LeaveOut(list)));
        changes.MapPost("/rows/restoration", (Id<GuestList> list, Viewer viewer, Db db, Writes writes) => Change(list, viewer, db, writes, unit => unit.PutBack(list)));
        changes.MapPost("/sending", Send);
        changes.MapPost("/pause", (Id<GuestList> list, Viewer viewer, Db db, Writes writes) => Change(list, viewer, db, writes, unit => unit.Pause(list, viewer.Me.ActorId)));
        changes.MapPost("/pause/ending", GoOn);
        changes.MapPost("/deletion", Delete);
    }

    private static async Task<IResult> Show(Id<GuestList> list, Viewer viewer, Db db, TimeProvider time) =>
        await GuestListAccess.ForTending(db, viewer, list) is { } found
            ? Screen.Show<GuestListPage, GuestListModel>(await GuestListModel.Of(db, found, viewer.Words, time.Utc()))
            : Results.NotFound();

    private static Task<IResult> SetColumns(Id<GuestList> list, Form form, Viewer viewer, Db db, Writes writes)
    {
        var columns = new ColumnGuess(Column(form["email"]) ?? 0, Column(form["name"]), Column(form["more"]));
        return Change(list, viewer, db, writes, unit => unit.SetColumns(list, columns));
    }

    private static int? Column(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null;

    /// <summary>What is right is kept at once; what is not is shown again as it was typed, and the rest of the page with it.</summary>
    private static async Task<IResult> Mend(Id<GuestList> list, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await GuestListAccess.ForTending(db, viewer, list) is not { } found) return Results.NotFound();
        var wrong = await db.The<GuestRow>().Where(r => r.ListId == list && r.EmailKey == null && r.LeftOutAt == null).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync();
        var typed = new Dictionary<int, RowReading?>();
        foreach (var number in wrong.Where(n => form.Has(GuestListModel.Field(n, "email"))))
        {
            if (form.Has(GuestListModel.Field(number, "out"))) typed[number] = null;
            else if (Read(form, number, viewer.Words) is { } reading) typed[number] = reading;
        }
        await writes.Do(unit => unit.Mend(list, typed));
        if (form.IsRight) return Screen.Go($"{viewer.Here.Path}/bringing/{list}");
        return Screen.ShowAgain<GuestListPage, GuestListModel>(await GuestListModel.Of(db, found, viewer.Words, time.Utc(), form));
    }

    private static RowReading? Read(Form form, int number, Words words)
    {
        var (name, email) = (GuestListModel.Field(number, "name"), GuestListModel.Field(number, "email"));
        var reading = RowReading.Of(form[name], form[email]);
        if (reading.Trouble is not { } trouble) return reading;
        form.Refuse(trouble == RowTrouble.Name ? name : email, GuestListModel.Sentence(trouble, words));
        return null;
    }

    private static async Task<IResult> Send(Id<GuestList> list, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, InstanceAddress address)
    {
        if (await GuestListAccess.ForTending(db, viewer, list) is not { } found) return Results.NotFound();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().Utc();
        var model = await GuestListModel.Of(db, found, viewer.Words, now, form);
        if (model.Wrong.Count > 0) form.Refuse("rows", viewer.Words.Count("bringing.mend-first", model.Count(Standing.Wrong)));
        else if (found.StartedAt is null && model.Count(Standing.Ready) == 0) form.Refuse("rows", viewer.Words["bringing.nobody-left"]);
        else if (found.StartedAt is null && await Mailed(db, viewer.Me.ActorId, now) + model.Count(Standing.Ready) > BringingIn.MostInADay) form.Refuse("rows", viewer.Words["bringing.enough-today"]);
        if (!form.IsRight) return Screen.ShowAgain<GuestListPage, GuestListModel>(model);
        var origin = await address.For(context);
        await writes.Do(unit => unit.Start(list, viewer.Me.ActorId, origin, form.Choice("lasting", Lasting.Month) == Lasting.Week ? Lasting.Week : Lasting.Month));
        return Screen.Go($"{viewer.Here.Path}/bringing/{list}");
    }

    private static Task<int> Mailed(Db db, Id<Actor> by, DateTime now)
    {
        var day = now - TimeSpan.FromDays(1);
        return db.The<CapabilityLink>().CountAsync(l => l.Purpose == LinkPurpose.Invitation && l.Email != null && l.CreatedById == by && l.CreatedAt > day);
    }

    private static async Task<IResult> GoOn(Id<GuestList> list, HttpContext context, Viewer viewer, Db db, Writes writes, InstanceAddress address)
    {
        var origin = await address.For(context);
        return await Change(list, viewer, db, writes, unit => unit.GoOn(list, viewer.Me.ActorId, origin));
    }

    private static async Task<IResult> Delete(Id<GuestList> list, Viewer viewer, Db db, Writes writes)
    {
        if (await GuestListAccess.ForTending(db, viewer, list) is null) return Results.NotFound();
        await writes.Do(unit => unit.End(list, viewer.Me.ActorId, "guests.deleted"));
        return Screen.Go($"{viewer.Here.Path}/bringing", new Done("bringing.deleted"));
    }

    private static async Task<IResult> Change(Id<GuestList> list, Viewer viewer, Db db, Writes writes, Func<Unit, Task> change)
    {
        if (await GuestListAccess.ForTending(db, viewer, list) is null) return Results.NotFound();
        await writes.Do(change);
        return Screen.Go($"{viewer.Here.Path}/bringing/{list}");
    }
}
