using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Emptying the bin: the words go, with every version of them; the empty place stays so that numbers keep their meaning.</summary>
public static class Purging
{
    public static async Task Purge(this Unit unit, Id<Post> id)
    {
        if (await unit.IsDue(id.As<Thing>())) await unit.Blank(unit.Db.The<Post>().Where(p => p.Id == id));
    }

    public static async Task Purge(this Unit unit, Id<Conversation> id)
    {
        if (!await unit.IsDue(id.As<Thing>())) return;
        await unit.Blank(unit.Db.The<Post>().Where(p => p.ConversationId == id));
        await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, ""));
    }

    /// <summary>What was put back, or taken down again later, is not due yet.</summary>
    private static async Task<bool> IsDue(this Unit unit, Id<Thing> id) =>
        Bin.IsEmptied(await unit.Db.The<Thing>().Where(t => t.Id == id).Select(t => t.DeletedAt).SingleOrDefaultAsync(), unit.Now);

    private static async Task Blank(this Unit unit, IQueryable<Post> posts)
    {
        await unit.Db.The<PostRevision>().Where(r => posts.Any(p => p.Id == r.PostId)).ExecuteDeleteAsync();
        await posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Text, "").SetProperty(x => x.Html, ""));
    }
}
