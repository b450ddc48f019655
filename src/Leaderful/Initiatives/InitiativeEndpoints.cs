using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Leaderful.Linking;
using Leaderful.OneToOnes.Team;
using Leaderful.Pages;
using Leaderful.Pages.Hanging;
using Leaderful.Rounds;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories;

namespace Leaderful.Initiatives;

public sealed record NewInitiativeModel(Form Form, IReadOnlyList<Rung> Rungs);

public sealed record InitiativeModel(InitiativeHead Head, WrittenSentence? Sentence, IReadOnlyList<Carrier> Team)
{
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];
    public IReadOnlyList<ListedPage> Pages { get; init; } = [];
    public IReadOnlyList<StoryHead> Stories { get; init; } = [];
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];

    /// <summary>What came of one-to-ones for it; nothing for whoever does not carry it.</summary>
    public TeamMeetings? Meetings { get; init; }

    /// <summary>A round of one-to-ones, or the way to open one, for the team.</summary>
    public RoundHint? Round { get; init; }
}

/// <summary>What a community wants to bring about: the list, beginning one, and looking at one.</summary>
public static class InitiativeEndpoints
{
    public static void MapInitiativePages(this RouteGroupBuilder initiatives)
    {
        initiatives.MapGet("", async (Viewer viewer, Db db) => Screen.Show<InitiativesPage, IReadOnlyList<ListedInitiative>>(await db.InitiativesIn(viewer.Me, viewer.Here)));
        initiatives.MapGet("/new", (Viewer viewer) => Screen.Show<NewInitiativePage, NewInitiativeModel>(new(Form.With(("to", viewer.Here.ScopeId.ToString())), Ladder.In(viewer.Me, viewer.Here))));
        initiatives.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        initiatives.MapGet("/{id}", Show);
    }

    public static string At(Viewer viewer, Id<Initiative> id) => $"{viewer.Here.Path}/initiatives/{id}";

    private static async Task<IResult> Begin(Form form, Viewer viewer, Writes writes)
    {
        var (wish, rungs) = (InitiativeForm.Read(form, viewer.Words), Ladder.In(viewer.Me, viewer.Here));
        var rung = Writing.Whom(form, rungs, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<NewInitiativePage, NewInitiativeModel>(new(form, rungs));
        var id = await writes.Do(unit => unit.BeginInitiative(viewer.Me.ActorId, viewer.Here.Id, rung!.Id, wish.Title, wish.Purpose));
        return Screen.Go(At(viewer, id), new Done("initiatives.begun", $"{At(viewer, id)}/deletion", wish.Title, $"new-initiative:{viewer.Here.Id}"));
    }

    private static async Task<IResult> Show(Id<Initiative> id, Viewer viewer, Db db, TimeProvider time) =>
        await InitiativeAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<InitiativePage, InitiativeModel>(await Model(db, viewer, head, time.Utc())) : Results.NotFound();

    private static async Task<InitiativeModel> Model(Db db, Viewer viewer, InitiativeHead head, DateTime now) => new(head, await db.SentenceOf(head.Id), await db.TeamOf(head.Id))
    {
        Commitments = await db.CommitmentsOn(viewer, head.Id.As<Thing>()), Pages = await db.PagesOn(viewer, head.Id.As<Thing>()),
        Stories = await db.StoriesOn(viewer, head.Id.As<Thing>()),
        About = await db.ConversationsAbout(viewer, head.Id.As<Thing>()), Pointing = await db.PagesPointingTo(viewer, head.Id.As<Thing>()),
        Meetings = await db.TeamMeetingsOf(head),
        Round = head.Carries ? await db.RoundHintOn(head.Id.As<Thing>(), RoundPlace.Initiative, now) : null,
    };
}
