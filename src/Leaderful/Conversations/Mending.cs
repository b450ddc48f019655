using Leaderful.Care;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Changing what was said, taking it down and putting it back.</summary>
public static class Mending
{
    /// <summary>Other words for a post; the ones before are kept and shown to whoever reads it.</summary>
    public static async Task<bool> Rewrite(this Unit unit, Id<Actor> by, Id<Post> id, Said said, Letterhead? paper = null)
    {
        var found = await unit.Find(id);
        if (found is null || found.Thing.IsDeleted) return false;
        var (post, thing) = found;
        if (post.Text == said.Text) return true;
        unit.Db.Add(new PostRevision
        {
            Id = Id<PostRevision>.New(), CommunityId = post.CommunityId, PostId = id, Text = post.Text,
            WrittenAt = post.EditedAt ?? thing.CreatedAt, ReplacedAt = unit.Now,
        });
        await unit.Relink(post, post.Text, said.Links);
        (post.Text, post.Html, post.Sanitizer, post.EditedAt) = (said.Text, said.Html, said.Sanitizer, unit.Now);
        post.Version = await unit.Change(post.ConversationId);
        await unit.CallAnew(post.CommunityId, id, said.Called);
        unit.Reindex(id.As<Thing>());
        unit.Journal(by, "post.rewritten", id.Value, post.CommunityId);
        if (post.Folded == Fold.Mending) await unit.BringMended(id, paper);
        return true;
    }

    public static async Task<bool> TakeDown(this Unit unit, Id<Actor> by, Id<Post> id)
    {
        var found = await unit.Find(id);
        if (found is null) return false;
        var (post, thing) = found;
        if (thing.IsDeleted) return true;
        thing.Delete(by, unit.Now);
        post.Version = await unit.Change(post.ConversationId, takenDown: 1);
        unit.Reindex(id.As<Thing>());
        unit.Journal(by, "post.taken-down", id.Value, post.CommunityId, inverse: "post.put-back");
        unit.Enqueue(Bin.PurgePost, id.Value, Bin.EmptiedAt(unit.Now));
        return true;
    }

    public static async Task<bool> PutBack(this Unit unit, Id<Actor> by, Id<Post> id)
    {
        var found = await unit.Find(id);
        if (found is null) return false;
        var (post, thing) = found;
        if (!thing.IsDeleted) return true;
        if (Bin.IsEmptied(thing.DeletedAt, unit.Now)) return false;
        thing.Restore();
        post.Version = await unit.Change(post.ConversationId, takenDown: -1);
        unit.Reindex(id.As<Thing>());
        unit.Journal(by, "post.put-back", id.Value, post.CommunityId, inverse: "post.taken-down");
        return true;
    }

    private static async Task<PostAndThing?> Find(this Unit unit, Id<Post> id)
    {
        // The conversation's row first, as a reply does, so that two writers wait for each other instead of both.
        if (await unit.Db.The<Post>().Where(p => p.Id == id).Select(p => (Id<Conversation>?)p.ConversationId).SingleOrDefaultAsync() is not { } conversation)
            return null;
        await unit.Hold(conversation);
        var post = await unit.Db.The<Post>().AsTracking().SingleAsync(p => p.Id == id);
        var thing = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id.As<Thing>());
        return new PostAndThing(post, thing);
    }

    private sealed record PostAndThing(Post Post, Thing Thing);
}
