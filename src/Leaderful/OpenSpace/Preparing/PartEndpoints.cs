using Leaderful.Accounts;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Whoever holds it gives and takes parts in it.</summary>
public static class PartEndpoints
{
    private const int LongestName = 80;

    public static void MapParts(this RouteGroupBuilder space)
    {
        space.MapGet("/preparing/parts", Show);
        space.MapPost("/preparing/parts", Give).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/parts/{part}/{person}", GiveAgain).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/parts/{part}/{person}/ending", Take).RequireRateLimiting(RateLimits.Writing);
    }

    private static string At(Viewer viewer, Id<Space> id) => $"{PreparingEndpoints.At(viewer, id)}/parts";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) => await SpaceAccess.ForHolding(db, viewer, id) is { } head
        ? Screen.Show<PartsPage, PartsModel>(await Model(db, viewer, head, Form.With(("part", nameof(SpacePart.Sponsor))), [])) : Results.NotFound();

    private static async Task<IResult> Give(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var (words, part) = (viewer.Words, form.Choice("part", SpacePart.Sponsor));
        form.Line("name", LongestName, words["preparing.wrong.name"], words["preparing.wrong.name-missing"]);
        var meant = form.IsRight ? await db.MeantBy(viewer.Here.Id, form["name"], form["person"]) : MeantMember.Nobody;
        if (meant.Namesakes.Count > 0) form.Refuse("person", words["preparing.wrong.which"]);
        else if (form.IsRight && meant.One is null) form.Refuse("name", words["preparing.wrong.name"]);
        else if (meant.One is { } one && !await PreparingForm.IsAmong(db, viewer, head, one.PersonId)) form.Refuse("name", words.Say("preparing.wrong.outside", ("name", one.Name)));
        if (!form.IsRight) return Screen.ShowAgain<PartsPage, PartsModel>(await Model(db, viewer, head, form, meant.Namesakes));
        await writes.Do(unit => unit.GivePart(viewer.Me.ActorId, id, new Id<Actor>(meant.One!.ActorId), part));
        return Screen.Go(At(viewer, id), new Done($"preparing.given.{part.Key()}", $"{At(viewer, id)}/{part}/{meant.One!.PersonId}/ending", meant.One.Name));
    }

    private static async Task<IResult> GiveAgain(Id<Space> id, SpacePart part, Id<Person> person, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head || !Enum.IsDefined(part) || await db.MembersOf(viewer.Here.Id, person).SingleOrDefaultAsync() is not { } one) return Results.NotFound();
        if (!await PreparingForm.IsAmong(db, viewer, head, person)) return Results.NotFound();
        await writes.Do(unit => unit.GivePart(viewer.Me.ActorId, id, new Id<Actor>(one.ActorId), part));
        return Screen.Go(At(viewer, id), new Done($"preparing.given.{part.Key()}", Name: one.Name));
    }

    /// <summary>Whoever takes their own last part that lets them in is led back to where they may still read.</summary>
    private static async Task<IResult> Take(Id<Space> id, SpacePart part, Id<Person> person, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null || (await db.HoldersOf(id)).Find(h => h.Part == part && h.PersonId == person) is not { } holder) return Results.NotFound();
        var isTaken = await writes.Do(unit => unit.TakePart(viewer.Me.ActorId, id, holder.ActorId, part));
        var holds = await SpaceAccess.ForHolding(db, viewer, id) is not null;
        return Screen.Go(holds ? At(viewer, id) : PreparingEndpoints.At(viewer, id), isTaken
            ? new Done($"preparing.taken.{part.Key()}", holds ? $"{At(viewer, id)}/{part}/{person}" : null, holder.Name)
            : new Done("preparing.last-facilitator", Name: holder.Name));
    }

    private static async Task<PartsModel> Model(Db db, Viewer viewer, SpaceHead head, Form form, IReadOnlyList<Member> namesakes) =>
        new(head, await db.HoldersOf(head.Id), form, await db.SomeNames(viewer.Here.Id), namesakes)
        {
            HasTalk = await db.The<DebriefConversation>().AnyAsync(d => d.Id == head.Id.As<DebriefConversation>()),
        };
}
