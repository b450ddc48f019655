using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Why a post stands folded, for everybody: its words are behind one line, and whoever wants to opens them.</summary>
public enum Fold { Looking, Kept, Mending }

public static class Folding
{
    internal static async Task SetFold(this Unit unit, Id<Post> id, Fold? fold)
    {
        var post = await unit.Db.The<Post>().AsTracking().SingleAsync(p => p.Id == id);
        if (post.Folded == fold) return;
        post.Folded = fold;
        post.Version = await unit.Change(post.ConversationId);
    }
}
