using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Pages;
using Leaderful.Pages.Together;
using Leaderful.Prompts;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Reflections;

/// <summary>Where looking back is offered: what it is for, mine, and those of my teams.</summary>
public sealed record ReflectionsModel(Form Form, IReadOnlyList<ListedReflection> Mine, IReadOnlyList<ListedTeamReflection> Teams, IReadOnlyList<ListedInitiative> Carried, Id<Reflection> Key, Id<Page> PageKey);

/// <summary>One of mine, with the questions as they were asked when it was begun.</summary>
public sealed record ReflectionModel(ListedReflection One, AskedSet Asked);

/// <summary>Looking back, alone or in the team. It is offered and never asked for.</summary>
public static class ReflectionEndpoints
{
    public static void MapReflections(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/c/{community}/reflections").ForMembers("each is there for whoever writes it, as its own door says");
        mine.MapGet("", List);
        mine.MapGet("/{id}", Show);
        mine.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        mine.MapPost("/together", Together).RequireRateLimiting(RateLimits.Writing);
        mine.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        mine.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    public static string At(Viewer viewer, Id<Reflection> id) => $"{viewer.Here.Path}/reflections/{id}";

    private static async Task<IResult> List(Viewer viewer, Db db, Id<Initiative>? @for) =>
        Screen.Show<ReflectionsPage, ReflectionsModel>(await Model(db, viewer, Form.With(("initiative", @for?.ToString() ?? ""))));

    private static async Task<IResult> Show(Id<Reflection> id, Viewer viewer, Db db) => await ReflectionAccess.ForWriting(db, viewer, id) is { } one
        ? Screen.Show<ReflectionPage, ReflectionModel>(new(one, await db.PromptsOf(one.It.SetId, HousePrompts.Reflection, Tongue.Of(viewer)))) : Results.NotFound();

    private static async Task<IResult> Begin(Form form, Viewer viewer, Db db, Writes writes)
    {
        var on = await Read(form, viewer, db);
        if (!form.IsRight) return Screen.ShowAgain<ReflectionsPage, ReflectionsModel>(await Model(db, viewer, form));
        var id = await writes.Do(unit => unit.BeginReflection(viewer.Me, viewer.Here.Id, on?.Id, Writing.Key<Reflection>(form)));
        return Screen.Go(At(viewer, id));
    }

    private static async Task<IResult> Together(Form form, Viewer viewer, Db db, Writes writes, PageKeeper keeper)
    {
        var on = await Read(form, viewer, db);
        if (on is null || !on.Carries) form.Refuse("initiative", viewer.Words["reflections.wrong.initiative"]);
        if (!form.IsRight) return Screen.ShowAgain<ReflectionsPage, ReflectionsModel>(await Model(db, viewer, form));
        var asked = await db.PromptsFor(viewer.Here.Id, HousePrompts.Reflection, Tongue.Of(viewer));
        var page = await writes.Do(unit => unit.ReflectInTeam(viewer.Me.ActorId, on!, viewer.Words["reflections.page-title"], asked, Id<Page>.TryParse(form["page"], null, out var key) ? key : null));
        await keeper.Keep(page, tells: false);
        return Screen.Go($"{viewer.Here.Path}/pages/{page}");
    }

    private static async Task<InitiativeHead?> Read(Form form, Viewer viewer, Db db)
    {
        if (form["initiative"].Length == 0) return null;
        if (Id<Initiative>.TryParse(form["initiative"], null, out var id) && await InitiativeAccess.ForReading(db, viewer, id) is { } head) return head;
        form.Refuse("initiative", viewer.Words["reflections.wrong.initiative"]);
        return null;
    }

    private static async Task<IResult> TakeDown(Id<Reflection> id, Viewer viewer, Db db, Writes writes)
    {
        if (await ReflectionAccess.ForWriting(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownReflection(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/reflections", new Done("reflections.taken-down", $"{At(viewer, id)}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<Reflection> id, Viewer viewer, Db db, Writes writes) =>
        await ReflectionAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackReflection(id))
            ? Screen.Go(At(viewer, id), new Done("reflections.put-back")) : Results.NotFound();

    private static async Task<ReflectionsModel> Model(Db db, Viewer viewer, Form form) => new(
        form, await db.MyReflections(viewer), await db.TeamReflections(viewer), [.. (await db.InitiativesIn(viewer.Me, viewer.Here)).Where(i => i.Carries)], Id<Reflection>.New(), Id<Page>.New());
}
