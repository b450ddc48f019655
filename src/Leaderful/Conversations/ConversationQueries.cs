using System.Runtime.CompilerServices;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Leaderful.Conversations;

/// <summary>The hot reads, compiled once for each model: a compiled query serves one database only.</summary>
public sealed class ConversationQueries
{
    private static readonly ConditionalWeakTable<IModel, ConversationQueries> Compiled = [];

    public static ConversationQueries For(Db db) => Compiled.GetValue(db.Model, _ => new ConversationQueries());

    public Func<Db, Id<Conversation>, int, int, IAsyncEnumerable<PostRow>> Window { get; } = EF.CompileAsyncQuery(
        (Db db, Id<Conversation> id, int first, int last) =>
            from p in db.Set<Post>()
            join t in db.Set<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.Set<Actor>() on t.AuthorId equals w.Id
            join a in db.Set<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.ConversationId == id && p.Number >= first && p.Number <= last
            orderby p.Number
            select new PostRow(p.Id, p.Number, a.Id, a.Name, t.CreatedAt, p.EditedAt, t.DeletedAt, t.DeletedById, p.Html, p.FileCount, p.ValuedBy, p.Born, p.Version, p.Folded) { MovedPostId = p.MovedPostId });

    public Func<Db, Id<Conversation>, long, long, int, IAsyncEnumerable<PostRow>> Since { get; } = EF.CompileAsyncQuery(
        (Db db, Id<Conversation> id, long after, long upTo, int most) => (
            from p in db.Set<Post>()
            join t in db.Set<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.Set<Actor>() on t.AuthorId equals w.Id
            join a in db.Set<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.ConversationId == id && p.Version > after && p.Version <= upTo
            orderby p.Version
            select new PostRow(p.Id, p.Number, a.Id, a.Name, t.CreatedAt, p.EditedAt, t.DeletedAt, t.DeletedById, p.Html, p.FileCount, p.ValuedBy, p.Born, p.Version, p.Folded) { MovedPostId = p.MovedPostId }).Take(most));

    public Func<Db, Id<Post>, Id<Thing>, CancellationToken, Task<WrittenPost?>> Written { get; } = EF.CompileAsyncQuery(
        (Db db, Id<Post> id, Id<Thing> thing, CancellationToken stop) => (
            from p in db.Set<Post>()
            from t in db.Set<Thing>()
            where p.Id == id && t.Id == thing
            select new WrittenPost(p.ConversationId, t.AuthorId, p.Number, p.Text)).SingleOrDefault());
}

public sealed record PostPlace(Id<Conversation> Conversation, Id<Community> Community, Id<Scope> Scope, int Number, long Version, bool IsBeside = false);

public sealed record WrittenPost(Id<Conversation> ConversationId, Id<Actor> AuthorId, int Number, string Text);
