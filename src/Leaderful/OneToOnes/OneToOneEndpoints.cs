using System.Globalization;
using Leaderful.Commitments;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Sentences;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Leaderful.People;
using Leaderful.Prompts;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>Planning one, or changing it: the form, whom one could name, and what it could be for.</summary>
public sealed record PlanModel(ListedOneToOne? One, Form Form, IReadOnlyList<string> Names, IReadOnlyList<Member> Namesakes, IReadOnlyList<ListedInitiative> Initiatives);

/// <summary>A one-to-one before it is held and after: what helps to prepare it, and what comes next.</summary>
public sealed record OneToOneModel(ListedOneToOne One, AskedSet Asked, DateTime Now)
{
    /// <summary>What it is for, where this reader still sees it.</summary>
    public (Initiative It, OrganizingSentence? Sentence)? Initiative { get; init; }

    /// <summary>How the other was asked, and what they answered; nothing where they were not.</summary>
    public Reached? Reached { get; init; }

    /// <summary>What the two said to each other and both confirm, once it is open to the other.</summary>
    public Between? Between { get; init; }

    /// <summary>What was promised on it.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];

    /// <summary>What the other shares with this reader.</summary>
    public IReadOnlyList<ShownEntry> Portrait { get; init; } = [];
}

/// <summary>My one-to-ones, planning one, the card to print.</summary>
public static class OneToOneEndpoints
{
    public static void MapOneToOnePages(this RouteGroupBuilder mine)
    {
        mine.MapGet("", async (Viewer viewer, Db db, TimeProvider time) => Screen.Show<OneToOnesPage, MyOneToOnes>(await db.MyOneToOnes(viewer, time.Utc())));
        mine.MapGet("/new", New);
        mine.MapPost("", Plan).RequireRateLimiting(RateLimits.Writing);
        mine.MapGet("/{id}", Show);
        mine.MapGet("/{id}/card", Card);
        mine.MapGet("/{id}/settings", Settings);
        mine.MapPost("/{id}/settings", Keep).RequireRateLimiting(RateLimits.Writing);
    }

    public static string At(Viewer viewer, Id<OneToOne> id) => $"{viewer.Here.Path}/one-to-ones/{id}";

    private static async Task<IResult> New(Viewer viewer, Db db, Id<Accounts.Person>? with, Id<Initiative>? @for, string? barrier)
    {
        var (here, me) = (viewer.Here.Id, viewer.Me.ActorId);
        var name = with is { } person ? await db.MembershipsOf(here).Where(m => m.PersonId == person).Named(db).Select(m => m.Name).SingleOrDefaultAsync() : null;
        var zone = (await db.OneToOnesOf(viewer, db.The<Thing>(), db.The<OneToOne>()).Take(1).ToListAsync()) is [var last] ? last.It.Zone : null;
        var form = Form.With(("name", name ?? ""), ("person", with?.ToString() ?? ""), ("kind", nameof(OneToOneKind.Meet)), ("purpose", (await db.BarrierOf(viewer, barrier)).LineIn(OneToOne.LongestPurpose)), ("initiative", @for?.ToString() ?? ""),
            ("minutes", OneToOneForm.UsualLength.ToString(CultureInfo.InvariantCulture)), ("zone", zone ?? Zones.Utc));
        return Screen.Show<PlanPage, PlanModel>(await Model(db, viewer, null, form, []));
    }

    private static async Task<IResult> Plan(Form form, Viewer viewer, Db db, Writes writes)
    {
        var (wish, namesakes) = await OneToOneForm.Read(form, viewer, db);
        if (wish is null) return Screen.ShowAgain<PlanPage, PlanModel>(await Model(db, viewer, null, form, namesakes));
        var id = await writes.Do(unit => unit.PlanOneToOne(viewer.Me, viewer.Here.Id, wish));
        return Screen.Go(At(viewer, id), new Done("one-to-ones.planned", $"{At(viewer, id)}/deletion", wish.Name, $"new-one-to-one:{viewer.Here.Id}"));
    }

    private static async Task<IResult> Show(Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time) =>
        await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one ? await AskedEndpoints.Show(id, viewer, db, time)
            : Screen.Show<OneToOnePage, OneToOneModel>((await Model(db, viewer, one, time.Utc())) with
            {
                Reached = await db.ReachedFor(one),
                Between = await db.BetweenFor(BetweenQueries.TwoOf(viewer, one)),
                Commitments = await db.CommitmentsOn(viewer, one.Id.As<Thing>()),
                Portrait = one.PersonId is { } person ? await db.PortraitOf(person, viewer.Me.Scopes) : [],
            });

    private static async Task<IResult> Card(Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time) =>
        await OneToOneAccess.ForPlanning(db, viewer, id) is { } one ? Screen.Show<OneToOneCardPage, OneToOneModel>(await Model(db, viewer, one, time.Utc())) : Results.NotFound();

    private static async Task<IResult> Settings(Id<OneToOne> id, Viewer viewer, Db db) => await OneToOneAccess.ForPlanning(db, viewer, id) is { } one
        ? Screen.Show<PlanPage, PlanModel>(await Model(db, viewer, one, OneToOneForm.Of(one, viewer), [])) : Results.NotFound();

    private static async Task<IResult> Keep(Id<OneToOne> id, Form form, LetterDesk desk, Viewer viewer, Db db, Writes writes)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is not { } one) return Results.NotFound();
        var (wish, namesakes) = await OneToOneForm.Read(form, viewer, db, one);
        if (wish is null) return Screen.ShowAgain<PlanPage, PlanModel>(await Model(db, viewer, one, form, namesakes));
        await writes.Do(unit => unit.SetOneToOne(desk, id, wish));
        return Screen.Go(At(viewer, id), new Done("one-to-ones.kept", Draft: $"one-to-one:{id}"));
    }

    private static async Task<PlanModel> Model(Db db, Viewer viewer, ListedOneToOne? one, Form form, IReadOnlyList<Member> namesakes) =>
        new(one, form, await db.SomeNames(viewer.Here.Id), namesakes, await db.InitiativesIn(viewer.Me, viewer.Here));

    private static async Task<OneToOneModel> Model(Db db, Viewer viewer, ListedOneToOne one, DateTime now)
    {
        var asked = await db.PromptsFor(viewer.Here.Id, HousePrompts.OneToOne, Tongue.Of(viewer));
        var head = one.It.InitiativeId is { } id ? await InitiativeAccess.ForReading(db, viewer, id) : null;
        return new(one, asked, now) { Initiative = head is null ? null : (head.It, (await db.SentenceOf(head.Id))?.Sentence) };
    }
}
