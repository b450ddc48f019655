using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Leaderful.Gatherings.Calendars;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Asking;

public sealed record AskModel(ListedOneToOne One, Reached? Reached, Form Form)
{
    /// <summary>They agreed face to face, or by phone; now it is only opened to the other.</summary>
    public bool IsKnown => Reached?.Request is { AgreedAt: not null, OtherId: null };
}

/// <summary>The link that was made for handing over, as long as its maker's browser remembers it.</summary>
public sealed record HandOverModel(ListedOneToOne One, string? Address);

/// <summary>Whoever plans a one-to-one reaches out: asks by letter or link, or notes in a tap that they agreed.</summary>
public static class AskEndpoints
{
    public static void MapAsking(this RouteGroupBuilder mine)
    {
        var one = mine.MapGroup("/{id}");
        one.MapGet("/request", Show);
        one.MapPost("/request", Send).RequireRateLimiting(RateLimits.Writing);
        one.MapGet("/link", HandOver);
        one.MapPost("/agreement", Note).RequireRateLimiting(RateLimits.Writing);
        one.MapPost("/agreement/ending", Unnote).RequireRateLimiting(RateLimits.Writing);
        one.MapGet("/one-to-one.ics", Calendar);
    }

    private static async Task<IResult> Show(Id<OneToOne> id, Viewer viewer, Db db)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var reached = await db.ReachedFor(one);
        return Screen.Show<AskPage, AskModel>(new(one, reached, AskForm.Of(one, reached)));
    }

    private static async Task<IResult> Send(Id<OneToOne> id, Form form, LetterDesk desk, HttpContext context, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var model = new AskModel(one, await db.ReachedFor(one), form);
        var ask = AskForm.Read(form, viewer.Words, one, model.IsKnown, time.Utc());
        if (ask is { Email.Length: > 0 } && await db.HasWrittenEnough(viewer.Me.ActorId, time.Utc())) form.Refuse("email", viewer.Words["asking.wrong.many"]);
        Editions.Check(form, AskForm.SeenField, AskForm.Seen(model.Reached), "day", viewer.Words["asking.wrong.answered"]);
        if (ask is null || !form.IsRight) return Screen.ShowAgain<AskPage, AskModel>(model);
        var token = await writes.Do(unit => unit.AskOther(desk, viewer.Me, id, ask));
        var (at, name) = (OneToOneEndpoints.At(viewer, id), one.Name(viewer.Words));
        if (ask.By != ReachedBy.Link) return Screen.Go(at, new Done("asking.sent", Name: name));
        SlipCookie.Leave(context, $"{at}/link", token);
        return Screen.Go($"{at}/link", new Done("asking.made"));
    }

    private static async Task<IResult> HandOver(Id<OneToOne> id, HttpContext context, Viewer viewer, Db db, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var token = SlipCookie.Read(context);
        var isGood = token is not null && (await db.FindLink(token, LinkPurpose.OneToOne, time.Utc()))?.ThingId == id.As<Thing>();
        return Screen.Show<HandOverPage, HandOverModel>(new(one, isGood ? $"{viewer.Origin}{AnsweringByLink.Path}{token}" : null));
    }

    private static async Task<IResult> Note(Id<OneToOne> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.NoteAgreed(id, form.Choice("by", ReachedBy.InPerson) == ReachedBy.Phone ? ReachedBy.Phone : ReachedBy.InPerson));
        var at = OneToOneEndpoints.At(viewer, id);
        return Screen.Go(at, new Done("asking.noted", $"{at}/agreement/ending"));
    }

    private static async Task<IResult> Unnote(Id<OneToOne> id, Viewer viewer, Db db, Writes writes)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.Unnote(id));
        return Screen.Go(OneToOneEndpoints.At(viewer, id), new Done("asking.unnoted"));
    }

    private static async Task<IResult> Calendar(Id<OneToOne> id, LetterDesk desk, Viewer viewer, Db db, TimeProvider time) => await OneToOneAccess.ForPlanning(db, viewer, id) is { } one
        ? CalendarFile(desk, one.It, one.Request?.Sequence ?? 0, one.Name(viewer.Words), time.Utc()) : Results.NotFound();

    /// <summary>For whoever keeps a calendar elsewhere: of the planner, or of the other.</summary>
    internal static IResult CalendarFile(LetterDesk desk, OneToOne one, int sequence, string with, DateTime now)
    {
        var document = OneToOneCalendar.Document(one, sequence, desk.Domain, desk.Words.Say("one-to-ones.with-name", ("name", with)), now, one.LeftAt is not null);
        return Results.File(document.Write(), "text/calendar; charset=utf-8", "one-to-one.ics");
    }
}
