using Leaderful.Care;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Mail.Archive;
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
    internal static async Task<bool> IsDue(this Unit unit, Id<Thing> id) =>
        Bin.IsEmptied(await unit.Db.The<Thing>().Where(t => t.Id == id).Select(t => t.DeletedAt).SingleOrDefaultAsync(), unit.Now);

    /// <summary>Everything a post said and brought, every version of it.</summary>
    internal static async Task Blank(this Unit unit, IQueryable<Post> posts)
    {
        await unit.Db.The<PostRevision>().Where(r => posts.Any(p => p.Id == r.PostId)).ExecuteDeleteAsync();
        await unit.DropFiles(unit.Db.The<Attachment>().Where(a => posts.Any(p => p.Id.As<Thing>() == a.ThingId)));
        await unit.BlankCare(posts);
        await unit.CallNobody(posts);
        await unit.Unlink(posts);
        await unit.Db.The<MailEntry>().Where(e => posts.Any(p => p.Id == e.PostId)).ExecuteUpdateAsync(e => e.SetProperty(x => x.Title, ""));
        await posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Text, "").SetProperty(x => x.Html, "").SetProperty(x => x.FileCount, 0));
    }
}
