using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>Who is asked to look at a post: those who tend the community; at a circle's, only those of them who belong to it.</summary>
public static class CareKeepers
{
    public static IQueryable<Person> KeepersOf(this Db db, Id<Community> community, Id<Scope> scope, Id<Actor> author) =>
        from membership in db.The<Membership>()
        join person in db.The<Person>() on membership.PersonId equals person.Id
        where membership.CommunityId == community && membership.LeftAt == null && membership.StewardSince != null
            && person.LeftAt == null && person.ActorId != author
            && !db.The<Circle>().Any(c => c.ScopeId == scope
                && !db.The<CircleMembership>().Any(m => m.CircleId == c.Id && m.PersonId == person.Id && m.LeftAt == null))
        select person;

    /// <summary>In a circle there may be nobody to ask; then its people, or a steward in person, are.</summary>
    public static async Task<bool> CanBeAsked(this Db db, Viewer viewer, PostText post) =>
        viewer.Me.CircleOn(post.Conversation.ScopeId) is null
        || await db.KeepersOf(viewer.Here.Id, post.Conversation.ScopeId, post.AuthorId).AnyAsync();
}
