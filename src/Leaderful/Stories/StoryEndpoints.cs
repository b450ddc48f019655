using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Pages;
using Leaderful.Pages.Hanging;
using Leaderful.Pages.Together;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories.Moments;

namespace Leaderful.Stories;

public sealed record StoriesModel(IReadOnlyList<StoryHead> All, int Waiting);

/// <summary>Telling a story, or changing it; of one of us only which kinds of value it shows.</summary>
public sealed record StoryFormModel(StoryHead? Head, StoryKind Kind, Form Form);

/// <summary>A story with the moments this reader reads in it, and what they asked for themselves.</summary>
public sealed record StoryModel(StoryHead Head, IReadOnlyList<ListedMoment> Moments)
{
    /// <summary>What stands on the page of a story of us, and how much was written there.</summary>
    public string Html { get; init; } = "";

    /// <summary>What the page hangs on.</summary>
    public AboutThing? On { get; init; }
    public IReadOnlyList<ListedMoment> Asked { get; init; } = [];
    public required ILookup<Id<Moment>, ListedStep> Steps { get; init; }
    public required IReadOnlyDictionary<Id<Scope>, string> Readers { get; init; }
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
}

/// <summary>The stories of a community: the list, telling one, beginning one of us, and reading one.</summary>
public static class StoryEndpoints
{
    public static void MapStoryPages(this RouteGroupBuilder stories)
    {
        stories.MapGet("", async (Viewer viewer, Db db) => Screen.Show<StoriesPage, StoriesModel>(new(await db.StoriesIn(viewer), await db.MomentsWaiting(viewer.Me, viewer.Here))));
        stories.MapGet("/new", (string? kind) => Screen.Show<StoryFormPage, StoryFormModel>(new(null, Told(kind), Form.Empty)));
        stories.MapPost("", Tell).RequireRateLimiting(RateLimits.Writing);
        stories.MapPost("/us", TellOfUs).RequireRateLimiting(RateLimits.Writing);
        stories.MapGet("/{id}", Show);
        stories.MapGet("/{id}/markdown", StoryExport.Markdown);
    }

    public static string At(Viewer viewer, Id<Story> id) => $"{viewer.Here.Path}/stories/{id}";

    /// <summary>One of us is begun where those are whose it is.</summary>
    private static StoryKind Told(string? kind) => kind == StoryKind.Now.Key() ? StoryKind.Now : StoryKind.Self;

    private static async Task<IResult> Tell(Form form, Viewer viewer, Writes writes)
    {
        var (wish, kind) = (StoryForm.Read(form, viewer.Words), Told(form["kind"]));
        if (!form.IsRight) return Screen.ShowAgain<StoryFormPage, StoryFormModel>(new(null, kind, form));
        var id = await writes.Do(unit => unit.TellStory(viewer.Me.ActorId, viewer.Me.ScopeId, viewer.Here.Id, kind, wish));
        return Screen.Go(At(viewer, id), new Done("stories.said.told", $"{At(viewer, id)}/deletion", wish.Title, $"new-story:{viewer.Here.Id}"));
    }

    /// <summary>On an initiative by whoever carries it, in a circle by whoever belongs to it.</summary>
    private static async Task<IResult> TellOfUs(Form form, Viewer viewer, Db db, Writes writes, PageKeeper keeper)
    {
        if (!Id<Thing>.TryParse(form["on"], null, out var on) || await db.ThingToHangOn(viewer, on) is not { } place || await db.RungOfUs(viewer, place) is not { } rung) return Results.NotFound();
        var (title, key) = (viewer.Words.Say("stories.us-title", ("name", place.Name)), Writing.Key<Page>(form));
        var id = await writes.Do(unit => unit.BeginStoryOfUs(viewer.Me.ActorId, viewer.Here.Id, rung, place.Id, title, viewer.Words["stories.us-text"], key));
        await keeper.Keep(id.As<Page>(), tells: false);
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    private static async Task<IResult> Show(Id<Story> id, Viewer viewer, Db db) =>
        await StoryAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<StoryPage, StoryModel>(await Model(db, viewer, head)) : Results.NotFound();

    private static async Task<StoryModel> Model(Db db, Viewer viewer, StoryHead head)
    {
        var (moments, asked) = (await db.MomentsIn(viewer, head), await db.MomentsAskedIn(viewer, head));
        var steps = await db.StepsOf(asked.ConvertAll(m => m.It.Id));
        return new(head, moments)
        {
            Html = head.IsUs ? await db.TextOfUs(viewer, head) : "", On = await db.ThingHungOn(viewer, head.OnId), Asked = asked, Steps = steps,
            Readers = await db.ReadersOn([.. steps.SelectMany(s => s).Select(s => s.It.ScopeId).OfType<Id<Scope>>(), .. moments.Select(m => m.It.AllowedFor).OfType<Id<Scope>>()], viewer.Words),
            About = await db.ConversationsAbout(viewer, head.Id.As<Thing>()),
        };
    }

    internal static async Task<string> TextOfUs(this Db db, Viewer viewer, StoryHead head) =>
        await PageAccess.ForReading(db, viewer, head.Id.As<Page>()) is { } page ? await db.PageHtml(page) : "";
}
