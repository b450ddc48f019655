using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>The post a case is about, taken down or not.</summary>
public sealed record CarePost(
    Id<Post> Id, Id<Conversation> Conversation, Id<Scope> Scope, string Title, int Number, Id<Actor> AuthorId, string AuthorName, string Html,
    DateTime WrittenAt, DateTime? EditedAt, Fold? Folded, DateTime? DeletedAt, Id<Actor>? DeletedById)
{
    /// <summary>What somebody took down of their own is theirs alone to show again.</summary>
    public bool IsWithdrawn => DeletedAt is not null && DeletedById == AuthorId;

    public bool IsTakenDown => DeletedAt is not null && DeletedById != AuthorId;
}

public static class CarePosts
{
    public static IQueryable<CarePost> PostsToCareFor(this Db db, IQueryable<Post> posts) =>
        from p in posts
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        join w in db.The<Actor>() on t.AuthorId equals w.Id
        join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
        join c in db.The<Conversation>() on p.ConversationId equals c.Id
        select new CarePost(p.Id, c.Id, t.ScopeId, c.Title, p.Number, a.Id, a.Name, p.Html, t.CreatedAt, p.EditedAt, p.Folded, t.DeletedAt, t.DeletedById);

    /// <summary>The post as it is now, its conversation held, so that two who decide wait for each other.</summary>
    internal static async Task<CarePost?> HoldPost(this Unit unit, Id<Post> id)
    {
        if (await unit.Db.The<Post>().Where(p => p.Id == id).Select(p => (Id<Conversation>?)p.ConversationId).SingleOrDefaultAsync() is not { } conversation) return null;
        await unit.Hold(conversation);
        return await unit.Db.PostsToCareFor(unit.Db.The<Post>().Where(p => p.Id == id)).SingleAsync();
    }

    internal static Task<CareCase?> CaseOf(this Unit unit, Id<Post> post) =>
        unit.Db.The<CareCase>().AsTracking().SingleOrDefaultAsync(c => c.PostId == post);
}
