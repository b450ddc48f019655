using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.People;

/// <param name="Entries">All lines of it.</param>
/// <param name="Photo">The photo, where there is one.</param>
/// <param name="Rungs">To name those on which they stand.</param>
/// <param name="With">To whom in particular something is about to be opened.</param>
public sealed record PortraitModel(IReadOnlyList<ShownEntry> Entries, Photo? Photo, IReadOnlyList<Rung> Rungs, UsTwo? With);

/// <summary>An entry being written: a new one of a facet, or one there is.</summary>
public sealed record EntryModel(Facet Facet, ShownEntry? Entry, Form Form, IReadOnlyList<Rung> Rungs, UsTwo? With);

/// <summary>My own portrait, entry by entry.</summary>
public static class PortraitEndpoints
{
    public static void MapPortrait(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/me/portrait").ForPeople("it shows only what is theirs");
        mine.MapGet("", Show);
        mine.MapGet("/new", New);
        mine.MapGet("/{entry}", Edit);
        var writing = app.MapGroup("/me/portrait").ForPeople("it changes only what is theirs").RequireRateLimiting(RateLimits.Writing);
        writing.MapPost("", Say);
        writing.MapPost("/{entry}", Reword);
        writing.MapPost("/{entry}/deletion", TakeBack);
        writing.MapPost("/{entry}/restoration", PutBack);
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, Id<Person>? with) => Screen.Show<PortraitPage, PortraitModel>(new PortraitModel(
        await db.OwnPortrait(viewer.Me), await db.OwnPhoto(viewer.Me), Ladder.Of(viewer.Me), await db.UsTwoWith(viewer, with)));

    private static async Task<IResult> New(Viewer viewer, Db db, string? facet, Id<Person>? with)
    {
        if (Facets.Named(facet) is not { } chosen) return Results.NotFound();
        var two = await db.UsTwoWith(viewer, with);
        return Screen.Show<EntryPage, EntryModel>(new EntryModel(
            chosen, null, Form.With(("scope", (two?.ScopeId ?? viewer.UsualRung().Id).ToString())), Ladder.Of(viewer.Me).Offered(with: two), two));
    }

    private static async Task<IResult> Edit(Id<PortraitEntry> entry, Viewer viewer, Db db, Id<Person>? with)
    {
        if (await db.OwnEntry(viewer.Me, entry) is not { } own) return Results.NotFound();
        var two = await db.UsTwoWith(viewer, with);
        var rungs = Ladder.Of(viewer.Me).Offered(own.ScopeId, two);
        var form = Form.With(("text", own.Text), ("reason", own.Reason), ("scope", rungs.On(own.ScopeId).Id.ToString()));
        return Screen.Show<EntryPage, EntryModel>(new EntryModel(own.Facet, own, form, rungs, two));
    }

    private static async Task<IResult> Say(Form form, Viewer viewer, Db db, Writes writes)
    {
        if (Facets.Named(form["facet"]) is not { } facet) return Results.NotFound();
        var two = await db.UsTwoWith(viewer, With(form));
        var rungs = Ladder.Of(viewer.Me).Offered(with: two);
        var opening = Read(form, viewer.Words, rungs, rungs[0]);
        if (!form.IsRight) return Screen.ShowAgain<EntryPage, EntryModel>(new EntryModel(facet, null, form, rungs, two));
        await writes.Do(async unit =>
        {
            await unit.MeetFor(viewer, opening, two);
            unit.Portray(viewer.Me.PersonId, viewer.Me.ActorId, facet, opening);
        });
        return Screen.Go("/me/portrait", new Done("portrait.said"));
    }

    private static async Task<IResult> Reword(Id<PortraitEntry> entry, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await db.OwnEntry(viewer.Me, entry) is not { } own) return Results.NotFound();
        var two = await db.UsTwoWith(viewer, With(form));
        var rungs = Ladder.Of(viewer.Me).Offered(own.ScopeId, two);
        var opening = Read(form, viewer.Words, rungs, rungs.On(own.ScopeId));
        if (!form.IsRight) return Screen.ShowAgain<EntryPage, EntryModel>(new EntryModel(own.Facet, own, form, rungs, two));
        var isKept = await writes.Do(async unit =>
        {
            await unit.MeetFor(viewer, opening, two);
            return await unit.Reword(viewer.Me.PersonId, viewer.Me.ActorId, entry, opening);
        });
        return isKept ? Screen.Go("/me/portrait", new Done("portrait.reworded")) : Results.NotFound();
    }

    private static Id<Person>? With(Form form) => Id<Person>.TryParse(form["with"], null, out var id) ? id : null;

    private static Task MeetFor(this Unit unit, Viewer viewer, Opening opening, UsTwo? two) =>
        two is not null && opening.Scope == two.ScopeId ? unit.Meet(viewer.Me.PersonId, two.OtherId) : Task.CompletedTask;

    private static async Task<IResult> TakeBack(Id<PortraitEntry> entry, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.TakeBack(viewer.Me.PersonId, viewer.Me.ActorId, entry))
            ? Screen.Go("/me/portrait", new Done("portrait.taken-back", $"/me/portrait/{entry}/restoration"))
            : Results.NotFound();

    private static async Task<IResult> PutBack(Id<PortraitEntry> entry, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.PutBack(viewer.Me.PersonId, viewer.Me.ActorId, entry))
            ? Screen.Go("/me/portrait", new Done("portrait.put-back"))
            : Results.NotFound();

    private static Opening Read(Form form, Words words, IReadOnlyList<Rung> rungs, Rung before) => form.Opening(
        form.Text("text", PortraitEntry.LongestText, words["portrait.wrong.text-long"], words["portrait.wrong.text-missing"]), words, rungs, before);

    /// <summary>Whoever opens something to more people than before says in a line what for.</summary>
    internal static Opening Opening(this Form form, string text, Words words, IReadOnlyList<Rung> rungs, Rung before)
    {
        var rung = rungs.FirstOrDefault(r => r.Id.ToString() == form["scope"]);
        if (rung is null) form.Refuse("scope", words["portrait.wrong.scope"]);
        var reason = form.Line("reason", PortraitEntry.LongestReason, words["portrait.wrong.reason-long"],
            rung?.IsWiderThan(before) == true ? words["portrait.wrong.reason-missing"] : null);
        return new Opening(text, (rung ?? before).Id, reason);
    }

    /// <summary>Where most people mean it to be read: the community they are in, if it is the only one.</summary>
    internal static Rung UsualRung(this Viewer viewer) => Ladder.Of(viewer.Me).First(r => r.Kind == (viewer.Me.Communities.Count == 1 ? ScopeKind.Community : ScopeKind.Me));
}
