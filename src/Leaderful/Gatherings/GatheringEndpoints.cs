using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings.Handouts;
using Leaderful.Gatherings.Series;
using Leaderful.Linking;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages.Hanging;
using Leaderful.Rounds;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>The calendar, calling a gathering, and looking at one.</summary>
public static class GatheringEndpoints
{
    private const int MostOthers = 6;

    public static void MapGatheringPages(this RouteGroupBuilder gatherings)
    {
        gatherings.MapGet("", Calendar);
        gatherings.MapGet("/new", New);
        gatherings.MapPost("", Call).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapGet("/{id}", Show);
    }

    private static async Task<IResult> Calendar(Viewer viewer, Db db, TimeProvider time, string? whose, string? show)
    {
        var (now, which, isPast) = (time.Utc(), Enum.TryParse<Whose>(whose, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : Whose.All, show == "past");
        var found = isPast ? await db.Past(viewer.Me, viewer.Here, which, now, GatheringQueries.Most + 1) : await db.Coming(viewer.Me, viewer.Here, which, now, GatheringQueries.Most + 1);
        return Screen.Show<GatheringsPage, GatheringsModel>(new([.. found.Take(GatheringQueries.Most)], which, isPast, found.Count > GatheringQueries.Most));
    }

    /// <summary>It is for those it came from, at the clock of what was called here last, until the browser says otherwise.</summary>
    private static async Task<IResult> New(Viewer viewer, Db db, string? circle)
    {
        var (own, here) = (Own(viewer, circle), viewer.Here.Id);
        var zone = await db.The<Gathering>().Where(g => g.CommunityId == here && g.Zone != "").OrderByDescending(g => g.ChangedAt).Select(g => g.Zone).FirstOrDefaultAsync();
        var form = Form.With(
            ("kind", own is null ? nameof(GatheringKind.OpenSpace) : nameof(GatheringKind.CircleMeeting)), ("minutes", GatheringForm.UsualLength.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("zone", zone ?? Zones.Utc), ("to", (own?.ScopeId ?? viewer.Here.ScopeId).ToString()), ("circle", own?.Id.ToString() ?? ""));
        return Screen.Show<CallPage, CallModel>(new(form, Rungs(viewer, own), own));
    }

    private static async Task<IResult> Call(Form form, Viewer viewer, Writes writes, TimeProvider time)
    {
        var own = Own(viewer, form["circle"]);
        var (wish, rungs) = (GatheringForm.Read(form, viewer.Words), Rungs(viewer, own));
        var rung = Writing.Whom(form, rungs, viewer.Words);
        var (again, until) = GatheringForm.ReadAgain(form, viewer.Words, wish);
        GatheringForm.AskOnceIfPast(form, viewer.Words, wish.Time, null, time.Utc());
        if (!form.IsRight) return Screen.ShowAgain<CallPage, CallModel>(new(form, rungs, own));
        var host = new GatheringHost(rung!.Id, own?.Id ?? rung.Circle?.Id);
        var id = await writes.Do(unit => unit.CallSeries(viewer.Me.ActorId, viewer.Here.Id, host, wish, again, until));
        return Screen.Go($"{viewer.Here.Path}/gatherings/{id}", new Done("gatherings.called", $"{viewer.Here.Path}/gatherings/{id}/deletion", wish.Title, $"new-gathering:{viewer.Here.Id}"));
    }

    private static async Task<IResult> Show(Id<Gathering> id, Viewer viewer, Db db, TimeProvider time) =>
        await GatheringAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<GatheringPage, GatheringModel>(await Model(db, viewer, head, time.Utc())) : Results.NotFound();

    private static async Task<GatheringModel> Model(Db db, Viewer viewer, GatheringHead head, DateTime now) => new(head, await db.AnswersTo(head.Id), now)
    {
        Commitments = await db.CommitmentsOn(viewer, head.Id.As<Thing>()),
        Others = head.Gathering.SeriesId is { } series ? await db.OthersOf(viewer.Me, series, head.Id, now, MostOthers) : [],
        HasTalk = head.Gathering.Kind == GatheringKind.OpenSpace && await DebriefAccess.ForReading(db, viewer, head.Id.As<Space>()) is not null,
        Topics = head.Gathering.Kind == GatheringKind.OpenSpace ? await db.TopicsOn(head.Id.As<Space>()) : 0,
        Round = head.Mine == Coming.Yes || head.WasThereAt is not null ? await db.RoundHintOn(head.Id.As<Thing>(), RoundPlace.Gathering, now) : null,
        Handouts = await db.HandoutsOf(head.Id),
        Pages = await db.PagesOn(viewer, head.Id.As<Thing>()),
        About = await db.ConversationsAbout(viewer, head.Id.As<Thing>()),
        Pointing = await db.PagesPointingTo(viewer, head.Id.As<Thing>()),
    };

    private static OwnCircle? Own(Viewer viewer, string? circle) =>
        Id<Circle>.TryParse(circle, null, out var id) ? viewer.Me.Circles.FirstOrDefault(c => c.Id == id && c.CommunityId == viewer.Here.Id) : null;

    /// <summary>Those of the circle it is called from and of the community; elsewhere all that are theirs here.</summary>
    private static IReadOnlyList<Rung> Rungs(Viewer viewer, OwnCircle? own) =>
        [.. Ladder.In(viewer.Me, viewer.Here).Where(r => own is null || r.Circle is null || r.Circle.Id == own.Id)];
}
