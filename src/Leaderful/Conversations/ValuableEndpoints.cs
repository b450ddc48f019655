using System.Text;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>A post somebody found valuable, where they may still read it.</summary>
public sealed record ValuablePost(string Slug, string Community, Id<Conversation> Conversation, string Title, int Number, string Author, string Text, string Html, DateTime SaidAt, DateTime At)
{
    public string Path => FormattableString.Invariant($"{Communities.Community.PathOf(Slug)}/conversations/{Conversation}/posts/{Number}");
}

/// <summary>My own harvest of what was valuable, over all my communities, to read and to take along.</summary>
public static class ValuableEndpoints
{
    public static void MapValuable(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/me/valuable").ForPeople("it shows only what they marked themselves and may read");
        mine.MapGet("", async (Viewer viewer, Db db) => Screen.Show<ValuablePage, IReadOnlyList<ValuablePost>>(await db.ValuableTo(viewer.Me).ToListAsync()));
        mine.MapGet("/file", TakeAlong);
    }

    public static IQueryable<ValuablePost> ValuableTo(this Db db, Session me)
    {
        var (person, scopes) = (me.PersonId, me.Scopes);
        return from v in db.The<Valued>()
               join p in db.The<Post>() on v.PostId equals p.Id
               join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
               join c in db.The<Conversation>() on p.ConversationId equals c.Id
               join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
               join here in db.The<Community>() on p.CommunityId equals here.Id
               join w in db.The<Actor>() on t.AuthorId equals w.Id
               join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
               where v.PersonId == person && t.DeletedAt == null && whole.DeletedAt == null && scopes.Contains(t.ScopeId)
               orderby v.At descending
               select new ValuablePost(here.Slug, here.Name, c.Id, c.Title, p.Number, a.Name, p.Text, p.Html, t.CreatedAt, v.At);
    }

    /// <summary>As Markdown: the words as they were written, with whose they are and where they stand.</summary>
    private static async Task<IResult> TakeAlong(Viewer viewer, Db db)
    {
        var words = viewer.Words;
        var text = new StringBuilder().Append("# ").AppendLine(words["valuable.title"]);
        foreach (var post in await db.ValuableTo(viewer.Me).ToListAsync())
        {
            text.AppendLine().Append("## ").AppendLine(post.Title).AppendLine().AppendLine(post.Text.Trim()).AppendLine()
                .Append("— ").Append(post.Author.Length > 0 ? post.Author : words["conversations.former"]).Append(", ")
                .Append(post.SaidAt.ToString("d MMMM yyyy", words.Culture)).Append(", ").Append(post.Community)
                .Append(" <").Append(viewer.Origin).Append(post.Path).AppendLine(">");
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/markdown; charset=utf-8", words["valuable.file"] + ".md");
    }
}
