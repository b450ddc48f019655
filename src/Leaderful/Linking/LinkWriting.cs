using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Linking;

/// <summary>The rows behind what posts and pages link to, in the unit that writes the post or keeps the page.</summary>
public static class LinkWriting
{
    /// <summary>What is not there is not linked; what speaks of itself is no news to it.</summary>
    internal static async Task Link(this Unit unit, Id<Post> from, Id<Conversation> own, Id<Community> community, IReadOnlyList<LinkTarget> targets)
    {
        var known = new HashSet<Id<Thing>>();
        foreach (var target in targets)
        {
            if (await unit.Find(target) is not { } found || found.Conversation == own || !known.Add(found.Thing)) continue;
            await unit.Lead(from.As<Thing>(), community, found);
        }
    }

    /// <summary>What a page leads to, where that has changed.</summary>
    internal static async Task Relink(this Unit unit, Page page, IReadOnlyList<LinkTarget> targets)
    {
        var (db, from) = (unit.Db, page.Id.As<Thing>());
        var before = await db.The<Link>().Where(l => l.FromId == from).Select(l => l.ToId).ToListAsync();
        var now = new HashSet<Id<Thing>>();
        foreach (var target in targets)
        {
            // Nobody looks again for what is linked already.
            if (target.Number is null && before.Contains(target.Thing)) now.Add(target.Thing);
            else if (await unit.Find(target) is { } found && found.Thing != from && now.Add(found.Thing) && !before.Contains(found.Thing)) await unit.Lead(from, page.CommunityId, found);
        }
        var gone = before.FindAll(to => !now.Contains(to));
        if (gone.Count > 0) await db.The<Link>().Where(l => l.FromId == from && gone.Contains(l.ToId)).ExecuteDeleteAsync();
    }

    private static async Task Lead(this Unit unit, Id<Thing> from, Id<Community> community, (Id<Thing> Thing, Id<Conversation>? Conversation) found)
    {
        unit.Db.Add(new Link { FromId = from, ToId = found.Thing, CommunityId = community, At = unit.Now });
        if (found.Conversation is { } spokenOf) await unit.MarkSpokenOf(spokenOf);
    }

    /// <summary>A post says something else now.</summary>
    internal static async Task Relink(this Unit unit, Post post, string before, IReadOnlyList<LinkTarget> targets)
    {
        if (targets.Count == 0 && !LinkTarget.MayBeIn(before)) return;
        await unit.Db.The<Link>().Where(l => l.FromId == post.Id.As<Thing>()).ExecuteDeleteAsync();
        await unit.Link(post.Id, post.ConversationId, post.CommunityId, targets);
    }

    /// <summary>With the words of posts goes where they led.</summary>
    internal static Task Unlink(this Unit unit, IQueryable<Post> posts) =>
        unit.Db.The<Link>().Where(l => posts.Any(p => p.Id.As<Thing>() == l.FromId)).ExecuteDeleteAsync();

    internal static Task Unlink(this Unit unit, IQueryable<Page> pages) =>
        unit.Db.The<Link>().Where(l => pages.Any(p => p.Id.As<Thing>() == l.FromId)).ExecuteDeleteAsync();

    /// <summary>
    /// Once, so that the pages of all the others need not ask. It says that something may speak of it, not that somebody may
    /// read what.
    /// </summary>
    internal static Task<int> MarkSpokenOf(this Unit unit, Id<Conversation> id) =>
        unit.Db.The<Conversation>().Where(c => c.Id == id && c.SpokenOfAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.SpokenOfAt, unit.Now));

    /// <summary>Posts that went elsewhere may be what is spoken of.</summary>
    internal static async Task ShareSpokenOf(this Unit unit, Id<Conversation> from, Id<Conversation> to)
    {
        if (await unit.Db.The<Conversation>().AnyAsync(c => c.Id == from && c.SpokenOfAt != null)) await unit.MarkSpokenOf(to);
    }

    private static async Task<(Id<Thing> Thing, Id<Conversation>? Conversation)?> Find(this Unit unit, LinkTarget target)
    {
        var (db, conversation) = (unit.Db, target.Thing.As<Conversation>());
        if (target.Number is not { } number)
        {
            if (await db.The<Thing>().Where(t => t.Id == target.Thing).Select(t => (ThingKind?)t.Kind).SingleOrDefaultAsync() is not { } kind || (target.Kind ?? kind) != kind) return null;
            return (target.Thing, kind == ThingKind.Thread ? conversation : null);
        }
        // Where a post has left its place, it is the post that is meant.
        if (await db.The<Post>().Where(p => p.ConversationId == conversation && p.Number == number).Select(p => (Id<Post>?)(p.MovedPostId ?? p.Id)).SingleOrDefaultAsync() is not { } post) return null;
        return (post.As<Thing>(), await db.The<Post>().Where(p => p.Id == post).Select(p => p.ConversationId).SingleAsync());
    }
}
