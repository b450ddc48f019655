using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>
/// Marking what was valuable. There is no journal row: who finds what valuable is nobody else's to read.
/// </summary>
public static class Valuing
{
    /// <summary>False where there is no such post, or it is one's own.</summary>
    public static async Task<bool> Value(this Unit unit, Session me, Id<Post> id, bool isValuable)
    {
        if (await unit.Standing(id) is not { } post || post.AuthorId == me.ActorId) return false;
        await unit.Hold(post.Conversation);
        var mine = unit.Db.The<Valued>().Where(v => v.PersonId == me.PersonId && v.PostId == id);
        if (await mine.AnyAsync() == isValuable) return true;
        if (isValuable) unit.Db.Add(new Valued { PersonId = me.PersonId, PostId = id, CommunityId = post.Community, At = unit.Now });
        else await mine.ExecuteDeleteAsync();
        await unit.Count(id, post.Conversation, isValuable ? 1 : -1);
        return true;
    }

    /// <summary>With somebody who leaves for good go their marks, and one from each count.</summary>
    public static async Task ForgetValued(this Unit unit, Id<Person> person)
    {
        var marked = await (
            from v in unit.Db.The<Valued>()
            join p in unit.Db.The<Post>() on v.PostId equals p.Id
            where v.PersonId == person
            select new { p.Id, p.ConversationId }).ToListAsync();
        await unit.Db.The<Valued>().Where(v => v.PersonId == person).ExecuteDeleteAsync();
        foreach (var post in marked.OrderBy(m => m.ConversationId.Value)) await unit.Count(post.Id, post.ConversationId, -1);
    }

    private static async Task Count(this Unit unit, Id<Post> id, Id<Conversation> conversation, int more)
    {
        var version = await unit.Change(conversation);
        await unit.Db.The<Post>().Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.ValuedBy, x => x.ValuedBy + more).SetProperty(x => x.Version, version));
    }

    private static Task<Found?> Standing(this Unit unit, Id<Post> id) => (
        from p in unit.Db.The<Post>()
        join t in unit.Db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        where p.Id == id && t.DeletedAt == null
        select new Found(p.ConversationId, p.CommunityId, t.AuthorId)).SingleOrDefaultAsync();

    private sealed record Found(Id<Conversation> Conversation, Id<Communities.Community> Community, Id<Actor> AuthorId);
}
