using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>
/// Letters of what was said, to whoever wants them: all of it, or what speaks to them by name. A minute late, so that what is
/// mended or taken back at once is not mailed; never of what somebody has read already or may not read by then.
/// </summary>
public static class Telling
{
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>After a longer rest of the instance, what is older is for catching up, not for a heap of mails.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    private const int MostPosts = 500;
    private const int MostLetters = 3_000;

    public static async Task TellFollowers(this Unit unit, Letterhead paper, DateTime until)
    {
        if (await unit.Since(until) is not { } since) return;
        var posts = await unit.Db.SaidBetween(since, until);
        if (posts.Count == 0) return;
        until = posts[^1].At;
        // Taken in the order of the row, so that of two nodes one tells and the other finds nothing left.
        if (await unit.Db.The<Told>().Where(t => t.UpTo < until).ExecuteUpdateAsync(t => t.SetProperty(x => x.UpTo, until)) == 0) return;
        var hearers = await unit.Db.Hearers(posts);
        foreach (var heard in hearers) unit.Send(heard.Letter(paper));
    }

    /// <summary>From when on; null where this is the first time, which tells nothing of before.</summary>
    private static async Task<DateTime?> Since(this Unit unit, DateTime until)
    {
        if (await unit.Db.The<Told>().Select(t => (DateTime?)t.UpTo).SingleOrDefaultAsync() is { } known)
            return known > until - Oldest ? known : until - Oldest;
        unit.Db.Add(new Told { UpTo = until });
        return null;
    }

    /// <summary>In the order of their time; all of one moment, or none.</summary>
    private static async Task<List<ToldPost>> SaidBetween(this Db db, DateTime since, DateTime until)
    {
        var posts = await (
            from k in db.The<Community>()
            from c in db.The<Conversation>()
            where c.CommunityId == k.Id && c.LastPostAt > since
            join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
            join p in db.The<Post>() on c.Id equals p.ConversationId
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            where whole.DeletedAt == null && t.DeletedAt == null && p.Folded == null && p.Format == PostFormat.Markdown
                && t.CreatedAt > since && t.CreatedAt <= until
            orderby t.CreatedAt
            select new ToldPost(p.Id, p.Number, p.Html, t.AuthorId, a.Name, t.CreatedAt, c.Id, c.Title, t.ScopeId, k.Id, k.Name, k.Slug)).Take(MostPosts + 1).ToListAsync();
        return posts.Count <= MostPosts ? posts : posts.TakeWhile(p => p.At < posts[^1].At).ToList() is { Count: > 0 } complete ? complete : posts;
    }

    private static async Task<List<Hearing>> Hearers(this Db db, List<ToldPost> posts)
    {
        var communities = posts.Select(p => p.Community).Distinct().ToList();
        var things = posts.Select(p => p.Conversation.As<Thing>()).Distinct().ToList();
        var ids = posts.ConvertAll(p => p.Id);
        var called = await db.The<Mention>().Where(m => ids.Contains(m.PostId)).ToListAsync();
        var circlesCalled = called.Select(m => m.CircleId).OfType<Id<Circle>>().Distinct().ToList();
        var scopes = posts.Select(p => p.Scope).Distinct().ToList();
        var within = await (
            from m in db.The<CircleMembership>()
            join c in db.The<Circle>() on m.CircleId equals c.Id
            where m.LeftAt == null && (scopes.Contains(c.ScopeId) || circlesCalled.Contains(c.Id))
            select new { m.PersonId, c.Id, c.ScopeId }).ToListAsync();
        var choices = (await db.The<Follow>().Where(f => things.Contains(f.ThingId)).ToListAsync()).ToDictionary(f => (f.PersonId, f.ThingId), f => f.Level);
        var named = called.Select(m => m.PersonId).OfType<Id<Person>>().Concat(within.Where(w => circlesCalled.Contains(w.Id)).Select(w => w.PersonId))
            .Concat(choices.Where(c => c.Value == FollowLevel.Loud).Select(c => c.Key.PersonId)).Distinct().ToList();
        var members = await (
            from m in db.The<Membership>()
            join p in db.The<Person>() on m.PersonId equals p.Id
            where communities.Contains(m.CommunityId) && m.LeftAt == null && p.LeftAt == null && p.EmailProvedAt != null
                && (m.Level == FollowLevel.Loud || named.Contains(p.Id))
            select new { Person = p, m.CommunityId, m.Level }).ToListAsync();
        var people = members.Select(m => m.Person.Id).Distinct().ToList();
        var conversations = posts.Select(p => p.Conversation).Distinct().ToList();
        var read = await db.The<ReadMark>().Where(r => people.Contains(r.PersonId) && conversations.Contains(r.ConversationId)).ToDictionaryAsync(r => (r.PersonId, r.ConversationId), r => r.UpTo);
        var aside = (await db.The<SetAside>().Where(s => people.Contains(s.PersonId)).Select(s => new { s.PersonId, s.CommunityId, s.OtherId }).ToListAsync()).ConvertAll(s => (s.PersonId, s.CommunityId, s.OtherId)).ToHashSet();
        var belongs = within.ConvertAll(w => (w.PersonId, w.ScopeId)).ToHashSet();
        var circleScopes = (await db.The<Circle>().Where(c => scopes.Contains(c.ScopeId)).Select(c => c.ScopeId).ToListAsync()).ToHashSet();
        var calls = called.ToLookup(m => m.PostId);
        bool Calls(ToldPost post, Id<Person> person) => calls[post.Id].Any(m => m.PersonId == person || (m.CircleId is { } circle && within.Exists(w => w.PersonId == person && w.Id == circle)));
        var heard = new List<Hearing>();
        foreach (var member in members)
        {
            foreach (var whole in posts.Where(p => p.Community == member.CommunityId).GroupBy(p => p.Conversation))
            {
                var own = choices.TryGetValue((member.Person.Id, whole.Key.As<Thing>()), out var chosen) ? chosen : (FollowLevel?)null;
                var level = own ?? member.Level ?? FollowLevel.Normal;
                if (level is FollowLevel.Mute or FollowLevel.Quiet) continue;
                var told = whole.Where(p => p.Author != member.Person.ActorId
                    && p.Number > read.GetValueOrDefault((member.Person.Id, p.Conversation))
                    && (!circleScopes.Contains(p.Scope) || belongs.Contains((member.Person.Id, p.Scope)))
                    && !aside.Contains((member.Person.Id, p.Community, p.Author))
                    && (level == FollowLevel.Loud || Calls(p, member.Person.Id))).ToList();
                if (told.Count > 0) heard.Add(new Hearing(member.Person, told, level == FollowLevel.Normal ? Why.Called : own is null ? Why.Community : Why.Conversation));
            }
        }
        return heard;
    }

    private static Letter Letter(this Hearing heard, Letterhead paper)
    {
        var (words, first) = (paper.For(heard.Person), heard.Posts[0]);
        var authors = heard.Posts.Select(p => p.AuthorName).Distinct().ToList();
        return new Letter(words, heard.Person.Email, first.Title)
        {
            FromName = authors.Count == 1 ? words.Say("letters.said.from", ("name", Name(authors[0])), ("community", first.CommunityName)) : first.CommunityName,
            About = first.Conversation.Value,
            Body = [.. heard.Posts.SelectMany(p => new[] { words.Say("letters.said.by", ("name", Name(p.AuthorName))), Whole(PlainText.FromHtml(p.Html)) })],
            Link = new LetterLink(words["letters.said.link"], FormattableString.Invariant($"{paper.Origin}{Community.PathOf(first.Slug)}/conversations/{first.Conversation}/posts/{first.Number}")),
            After = [
                words.Say($"letters.said.why.{heard.Why.Key()}", ("community", first.CommunityName)),
                words.Say("letters.said.less", ("address", $"{paper.Origin}{Community.PathOf(first.Slug)}/following"))],
        };

        string Name(string name) => name.Length > 0 ? name : words["conversations.former"];
    }

    /// <summary>All of it, line by line; of what is very long the beginning.</summary>
    private static string Whole(string text) => text.Length <= MostLetters ? text : PlainText.Excerpt(text, MostLetters);

    private enum Why { Called, Conversation, Community }

    private sealed record Hearing(Person Person, IReadOnlyList<ToldPost> Posts, Why Why);

    private sealed record ToldPost(
        Id<Post> Id, int Number, string Html, Id<Actor> Author, string AuthorName, DateTime At, Id<Conversation> Conversation, string Title,
        Id<Scope> Scope, Id<Community> Community, string CommunityName, string Slug);
}
