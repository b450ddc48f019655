using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>Something begun and not sent, in a list of its author's.</summary>
public sealed record BegunDraft(Id<Draft> Id, DraftKind Kind, string Title, string Beginning, DateTime KeptAt, string Path);

/// <summary>The list of what somebody began in a community, as far as they may still send it.</summary>
public static class BegunDrafts
{
    private const int Glimpse = 400;

    public static async Task<IReadOnlyList<BegunDraft>> BegunBy(this Db db, Viewer viewer)
    {
        var here = viewer.Here.Id;
        var kept = await db.UnsentBy(viewer.Me).Where(d => d.CommunityId == here).OrderByDescending(d => d.KeptAt)
            .Select(d => new Glimpsed(d.Id, d.Kind, d.Subject, d.Title, d.Text.Substring(0, Glimpse), d.KeptAt, d.AsideAt != null)).ToListAsync();
        if (kept.Count == 0) return [];
        var places = await db.PlacesOf(viewer, kept);
        return [.. from one in kept
                   where places.ContainsKey(one.Subject)
                   let place = places[one.Subject]
                   select new BegunDraft(one.Id, one.Kind, one.Kind == DraftKind.Beginning ? one.Title : place.Title, one.Text, one.KeptAt,
                       one.IsAside || one.Kind == DraftKind.Edit ? new DraftsShown(place.Where, null, []).With(one.Id) : $"{place.Where.Page}#text")];
    }

    private static async Task<Dictionary<Id<Thing>, Place>> PlacesOf(this Db db, Viewer viewer, List<Glimpsed> kept)
    {
        var places = new Dictionary<Id<Thing>, Place>();
        foreach (var one in kept.Where(k => k.Kind == DraftKind.Beginning))
            if (DraftPlace.Beginning(viewer, one.Subject.ToString()) is var begun && begun.Subject == one.Subject) places[one.Subject] = new(begun, "");
        await db.AddConversations(viewer, places, Of(DraftKind.Reply));
        await db.AddPosts(viewer, places, Of(DraftKind.Edit));
        return places;

        List<Id<Thing>> Of(DraftKind kind) => [.. kept.Where(k => k.Kind == kind).Select(k => k.Subject).Distinct()];
    }

    private static async Task AddConversations(this Db db, Viewer viewer, Dictionary<Id<Thing>, Place> places, List<Id<Thing>> ids)
    {
        if (ids.Count == 0) return;
        var (here, scopes) = (viewer.Here.Id, viewer.Me.Scopes);
        var found = await (
            from c in db.The<Conversation>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where ids.Contains(t.Id) && t.CommunityId == here && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { t.Id, c.Title }).ToListAsync();
        foreach (var one in found) places[one.Id] = new(DraftPlace.Reply(viewer, one.Id.As<Conversation>()), one.Title);
    }

    /// <summary>A handful at most: each through the post's own door.</summary>
    private static async Task AddPosts(this Db db, Viewer viewer, Dictionary<Id<Thing>, Place> places, List<Id<Thing>> ids)
    {
        foreach (var id in ids)
            if (await DraftAccess.PostOf(db, viewer, id.As<Post>()) is { } post) places[id] = new(DraftPlace.Edit(viewer, post), post.Conversation.Title);
    }

    private sealed record Place(DraftPlace Where, string Title);

    private sealed record Glimpsed(Id<Draft> Id, DraftKind Kind, Id<Thing> Subject, string Title, string Text, DateTime KeptAt, bool IsAside);
}
