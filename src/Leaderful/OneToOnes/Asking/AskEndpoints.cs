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

    private static async Task<IResult> Show(Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var reached = await db.ReachedFor(id, time.Utc());
        return Screen.Show<AskPage, AskModel>(new(one, reached, AskForm.Of(one, reached)));
    }

    private static async Task<IResult> Send(Id<OneToOne> id, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var model = new AskModel(one, await db.ReachedFor(id, time.Utc()), form);
        var ask = AskForm.Read(form, viewer.Words, one, model.IsKnown, time.Utc());
        if (ask is { Email.Length: > 0 } && await db.HasWrittenEnough(viewer.Me.ActorId, time.Utc())) form.Refuse("email", viewer.Words["asking.wrong.many"]);
        if (form.Has("seen") && form["seen"] != AskForm.Seen(model.Reached))
        {
            form.Refuse("day", viewer.Words["asking.wrong.answered"]);
            form.Put("seen", AskForm.Seen(model.Reached));
        }
        if (ask is null || !form.IsRight) return Screen.ShowAgain<AskPage, AskModel>(model);
        var desk = await LetterDesk.For(context, viewer.Words);
        var token = await writes.Do(unit => unit.AskOther(desk, viewer.Me, id, ask));
        var (at, name) = (OneToOneEndpoints.At(viewer, id), one.Name(viewer.Words));
        if (ask.By != ReachedBy.Link) return Screen.Go(at, new Done("asking.sent", Name: name, Draft: $"ask:{id}"));
        SlipCookie.Leave(context, $"{at}/link", token);
        return Screen.Go($"{at}/link", new Done("asking.made", Draft: $"ask:{id}"));
    }

    private static async Task<IResult> HandOver(Id<OneToOne> id, HttpContext context, Viewer viewer, Db db, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var isGood = SlipCookie.Read(context) is { } token && await db.FindLink(token, LinkPurpose.OneToOne, time.Utc()) is { ThingId: { } thing } && thing == id.As<Thing>();
        return Screen.Show<HandOverPage, HandOverModel>(new(one, isGood ? $"{viewer.Origin}{AnsweringByLink.Path}{SlipCookie.Read(context)}" : null));
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

    private static async Task<IResult> Calendar(Id<OneToOne> id, HttpContext context, Viewer viewer, Db db, TimeProvider time)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        return await CalendarFile(context, viewer.Words, one.It, (await db.ReachedFor(id, time.Utc()))?.Request.Sequence ?? 0, one.Name(viewer.Words), time.Utc());
    }

    /// <summary>For whoever keeps a calendar elsewhere: of the planner, or of the other.</summary>
    internal static async Task<IResult> CalendarFile(HttpContext context, Words words, OneToOne one, int sequence, string with, DateTime now)
    {
        var desk = await LetterDesk.For(context, words);
        var document = OneToOneCalendar.Document(one, sequence, new CalendarPlace(desk.Head.Origin, desk.Domain, ""), words.Say("one-to-ones.with-name", ("name", with)), now, one.LeftAt is not null);
        return Results.File(document.Write(), "text/calendar; charset=utf-8", "one-to-one.ics");
    }
}
