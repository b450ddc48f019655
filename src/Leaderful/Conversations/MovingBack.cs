using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>How taking back a move ended: done; no such move any more; or somebody built on it since.</summary>
public enum MovedBack { Done, Gone, Answered, Elsewhere }

/// <summary>Posts go back to the numbers they had. What took them in keeps their places, silently, since they were addresses.</summary>
public static class MovingBack
{
    public static async Task<MovedBack> TakeMoveBack(this Unit unit, Id<Actor> by, Id<Conversation> from, Id<JournalEntry> move)
    {
        if (await unit.MoveOf(from, move) is not { } known) return MovedBack.Gone;
        var (entry, to) = known;
        foreach (var one in new[] { from, to }.OrderBy(c => c.Value)) await unit.Hold(one);
        var places = await unit.PlacesOf(from, entry);
        if (places.Count == 0 || await unit.Whole(from) is not { IsDeleted: false } whole) return MovedBack.Gone;
        if (places.Any(p => p.In != to) || await unit.Whole(to) is not { } there || there.ScopeId != whole.ScopeId) return MovedBack.Elsewhere;
        var isSplit = entry.Verb == Moving.SplitOffVerb;
        if (isSplit && await unit.HasMore(to, places)) return MovedBack.Answered;
        await unit.Carry(whole, from, to, places, by);
        if (isSplit) await unit.Drop(to, by);
        unit.Journal(by, "posts.taken-back", from.Value, whole.CommunityId, inverse: entry.Verb, cause: entry);
        return MovedBack.Done;
    }

    private static async Task Carry(this Unit unit, Thing whole, Id<Conversation> from, Id<Conversation> to, List<Place> places, Id<Actor> by)
    {
        var db = unit.Db;
        var stubs = places.ConvertAll(p => p.Stub);
        await db.The<Post>().Where(p => stubs.Contains(p.Id)).ExecuteDeleteAsync();
        var things = stubs.ConvertAll(s => s.As<Thing>());
        await db.The<Thing>().Where(t => things.Contains(t.Id)).ExecuteDeleteAsync();
        var version = await unit.Change(from);
        foreach (var place in places)
            await db.The<Post>().Where(p => p.Id == place.Post).ExecuteUpdateAsync(p => p
                .SetProperty(x => x.ConversationId, from).SetProperty(x => x.Number, place.Number).SetProperty(x => x.Born, place.Born).SetProperty(x => x.Version, version));
        await unit.LeavePlaces(whole, [.. places.Select(p => new Moving.PlaceLeft(to, p.There, p.BornThere, p.Post))], by, takenBackAt: unit.Now);
        await unit.ShareSpokenOf(to, from);
        await unit.Recount(from);
        await unit.Recount(to);
        await unit.RedrawPlacesLeft(from);
        await unit.RedrawPlacesLeft(to);
    }

    /// <summary>Nothing but empty places is left of what was split off.</summary>
    private static async Task Drop(this Unit unit, Id<Conversation> to, Id<Actor> by)
    {
        var whole = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == to.As<Thing>());
        if (!whole.IsDeleted) whole.Delete(by, unit.Now);
        unit.Enqueue(Bin.PurgeConversation, to.Value, Bin.EmptiedAt(unit.Now));
        unit.Reindex(to.As<Thing>());
    }

    /// <summary>The journal knows which move it was, and under it where the posts went.</summary>
    private static async Task<(JournalEntry Entry, Id<Conversation> To)?> MoveOf(this Unit unit, Id<Conversation> from, Id<JournalEntry> move)
    {
        var journal = unit.Db.The<JournalEntry>().AsNoTracking();
        var entry = await journal.SingleOrDefaultAsync(j => j.Id == move && j.Subject == from.Value && (j.Verb == Moving.SplitOffVerb || j.Verb == Moving.MovedVerb));
        if (entry is null) return null;
        var to = await journal.Where(j => j.CommunityId == entry.CommunityId && j.At == entry.At && j.CauseId == move && (j.Verb == "conversation.begun" || j.Verb == "posts.received")).Select(j => j.Subject).FirstOrDefaultAsync();
        return to is { } id ? (entry, new Id<Conversation>(id)) : null;
    }

    /// <summary>The places left by that move: taken by the same hand at the same moment.</summary>
    private static Task<List<Place>> PlacesOf(this Unit unit, Id<Conversation> from, JournalEntry entry) => (
        from s in unit.Db.The<Post>()
        join t in unit.Db.The<Thing>() on s.Id.As<Thing>() equals t.Id
        join p in unit.Db.The<Post>() on s.MovedPostId equals (Id<Post>?)p.Id
        where s.ConversationId == @from && s.EditedAt == null && t.DeletedAt == entry.At && t.DeletedById == entry.ActorId
        orderby s.Number
        select new Place(s.Id, s.Number, s.Born, p.Id, p.ConversationId, p.Number, p.Born)).ToListAsync();

    private static Task<bool> HasMore(this Unit unit, Id<Conversation> to, List<Place> places)
    {
        var moved = places.ConvertAll(p => p.Post);
        return unit.Db.The<Post>().AnyAsync(p => p.ConversationId == to && p.MovedPostId == null && !moved.Contains(p.Id));
    }

    private sealed record Place(Id<Post> Stub, int Number, long Born, Id<Post> Post, Id<Conversation> In, int There, long BornThere);
}
