using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Linking;
using Leaderful.Pages;
using Leaderful.Pages.Hanging;
using Leaderful.Rounds;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories;

namespace Leaderful.Circles;

/// <summary>A circle's page. Its conversations are there for those who belong, requests for those who may answer.</summary>
public sealed record CircleModel(CircleHead Circle, IReadOnlyList<CircleMember> Members, Form Form)
{
    public ListModel? Conversations { get; init; }
    public IReadOnlyList<WaitingForCircle> Waiting { get; init; } = [];
    public CircleRequest? Asked { get; init; }

    /// <summary>What was promised there and what is for the circle alone, as far as this reader may see it.</summary>
    public LedgerSeen LedgerSeen { get; init; } = new(0, null);
    public IReadOnlyList<ListedCommitment> Ledger { get; init; } = [];

    /// <summary>The pages that hang on it, and those that point to it.</summary>
    public IReadOnlyList<ListedPage> Pages { get; init; } = [];
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];

    /// <summary>What it hosts and is still to come.</summary>
    public IReadOnlyList<ListedGathering> Gatherings { get; init; } = [];

    /// <summary>A round of one-to-ones, or the way to open one, for those who belong.</summary>
    public RoundHint? Round { get; init; }

    /// <summary>What was begun about it, wherever this reader may read it.</summary>
    public IReadOnlyList<StoryHead> Stories { get; init; } = [];
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
}

/// <summary>Finding circles, beginning one, and looking at one.</summary>
public static class CircleEndpoints
{
    private const int MostGatherings = 5;

    public static void MapCirclePages(this RouteGroupBuilder circles)
    {
        circles.MapGet("", async (Viewer viewer, Db db) => Screen.Show<CirclesPage, IReadOnlyList<ListedCircle>>(await db.CirclesIn(viewer.Me, viewer.Here)));
        circles.MapGet("/new", () => Screen.Show<NewCirclePage, Form>(Form.With(("joining", nameof(Communities.Joining.Open)))));
        circles.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        circles.MapGet("/{id}", Show);
    }

    private static async Task<IResult> Begin(Form form, Viewer viewer, Writes writes)
    {
        var wish = CircleForm.Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<NewCirclePage, Form>(form);
        if (await writes.Do(unit => unit.BeginCircle(viewer.Here, viewer.Me, wish)) is { } id)
            return Screen.Go($"{viewer.Here.Path}/circles/{id}", new Done("circles.begun", Name: wish.Name, Draft: $"new-circle:{viewer.Here.Id}"));
        form.Refuse("name", viewer.Words["circles.wrong.name-taken"]);
        return Screen.ShowAgain<NewCirclePage, Form>(form);
    }

    private static async Task<IResult> Show(Id<Circle> id, Viewer viewer, Db db, TimeProvider time, string? from) =>
        await CircleAccess.ForReading(db, viewer, id) is { } circle
            ? Screen.Show<CirclePage, CircleModel>(await Model(db, viewer, circle, Form.Empty, time.Utc(), from))
            : Results.NotFound();

    internal static async Task<CircleModel> Model(Db db, Viewer viewer, CircleHead circle, Form form, DateTime now, string? from = null) => new(circle, await db.MembersOf(circle.Id), form)
    {
        Conversations = circle.Belongs ? await db.ListConversations(viewer.Me, viewer.Here, false, ListPlace.Read(from), circle.ScopeId) : null,
        Waiting = await db.RequestsFor(viewer.Me).Where(r => r.CircleId == circle.Id).Waiting(db),
        LedgerSeen = await db.LedgerSeen(circle, viewer.Here.ScopeId),
        Ledger = await db.LedgerOf(viewer, circle),
        Stories = await db.StoriesOn(viewer, circle.Id.As<Thing>()),
        About = await db.ConversationsAbout(viewer, circle.Id.As<Thing>()),
        Gatherings = await db.HostedBy(viewer.Me, circle.Id, now, MostGatherings),
        Pages = await db.PagesOn(viewer, circle.Id.As<Thing>()),
        Pointing = await db.PagesPointingTo(viewer, circle.Id.As<Thing>()),
        Round = circle.Belongs ? await db.RoundHintOn(circle.Id.As<Thing>(), RoundPlace.Circle, now) : null,
        Asked = circle.Belongs ? null : await db.OwnRequest(viewer.Me, circle.Id),
    };
}
