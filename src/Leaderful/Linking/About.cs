using Leaderful.Accounts;
using System.Globalization;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Reflections;
using Leaderful.Shared;
using Leaderful.Shared.Markdown;
using Leaderful.Shared.Web;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Linking;

/// <summary>What something is about or hangs on, for somebody who may see it: how it is called, where it is, and who reads it.</summary>
public sealed record AboutThing(Id<Thing> Id, ThingKind Kind, string Said, string Path, Id<Scope> Scope)
{
    /// <summary>Its own name, where it has one.</summary>
    public string Name { get; init; } = Said;

    /// <summary>How much there is of it: "Two posts".</summary>
    public string? Size { get; init; }

    /// <summary>When something last came to it.</summary>
    public DateTime? LastAt { get; init; }
}

/// <summary>
/// A conversation can be about a post, a circle, a gathering, a topic, an initiative, a story, a page or a commitment of its community, or about a line of a member's
/// portrait; a page hangs on another page, a circle, a gathering, a topic, an initiative or a conversation; something is promised on a conversation,
/// a post, a page, a circle, a gathering, a topic, an initiative or a one-to-one. What is not theirs to see is not there.
/// </summary>
public static class AboutThings
{
    public static Task<AboutThing?> ThingToSpeakOf(this Db db, Viewer viewer, Id<Thing>? about) =>
        db.ThingOf(viewer, about, ThingKind.Post, ThingKind.Circle, ThingKind.Page, ThingKind.Gathering, ThingKind.PortraitEntry, ThingKind.Commitment, ThingKind.Topic, ThingKind.Initiative, ThingKind.Story);

    public static Task<AboutThing?> ThingHungOn(this Db db, Viewer viewer, Id<Thing>? on) =>
        db.ThingOf(viewer, on, ThingKind.Page, ThingKind.Circle, ThingKind.Gathering, ThingKind.Thread, ThingKind.Topic, ThingKind.Initiative);

    public static Task<AboutThing?> ThingToPromiseOn(this Db db, Viewer viewer, Id<Thing>? on) =>
        db.ThingOf(viewer, on, ThingKind.Thread, ThingKind.Post, ThingKind.Page, ThingKind.Circle, ThingKind.Gathering, ThingKind.Topic, ThingKind.Initiative, ThingKind.OneToOne);

    /// <summary>Whatever somebody may point at.</summary>
    public static Task<AboutThing?> AnyThing(this Db db, Viewer viewer, Id<Thing> id) => db.ThingOf(viewer, id, Enum.GetValues<ThingKind>());

    private static async Task<AboutThing?> ThingOf(this Db db, Viewer viewer, Id<Thing>? wanted, params ThingKind[] kinds)
    {
        if (wanted is not { } id) return null;
        var scopes = viewer.Me.Scopes;
        var thing = await db.The<Thing>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.DeletedAt == null && scopes.Contains(t.ScopeId));
        if (thing is null || !kinds.Contains(thing.Kind)) return null;
        if (thing.Kind == ThingKind.PortraitEntry) return await db.Entry(viewer, thing);
        if (thing.CommunityId != viewer.Here.Id) return null;
        return thing.Kind switch
        {
            ThingKind.Post => await db.Post(viewer, thing),
            ThingKind.Circle => await db.Circle(viewer, thing),
            ThingKind.Page => await db.Page(viewer, thing),
            ThingKind.Gathering => await db.Gathering(viewer, thing),
            ThingKind.Thread => await db.Conversation(viewer, thing),
            ThingKind.Commitment => await db.Commitment(viewer, thing),
            ThingKind.Topic => await db.Topic(viewer, thing),
            ThingKind.Initiative => await db.Initiative(viewer, thing),
            ThingKind.OneToOne => await db.OneToOne(viewer, thing),
            ThingKind.Reflection => await db.Reflection(viewer, thing),
            ThingKind.Story => await db.Story(viewer, thing),
            ThingKind.SignificantChange => await db.Change(viewer, thing),
            _ => null,
        };
    }

    private static async Task<AboutThing?> Post(this Db db, Viewer viewer, Thing thing)
    {
        var (own, words) = (thing.Id.As<Post>(), viewer.Words);
        var found = await (
            from p in db.The<Post>()
            join c in db.The<Conversation>() on p.ConversationId equals c.Id
            join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.Id == own && whole.DeletedAt == null
            select new { p.ConversationId, p.Number, c.Title, a.Name }).SingleOrDefaultAsync();
        return found is null ? null : new AboutThing(
            thing.Id, thing.Kind, words.Say("linking.a-post", ("name", found.Name.Length > 0 ? found.Name : words["conversations.former"]), ("title", found.Title)),
            string.Create(CultureInfo.InvariantCulture, $"{viewer.Here.Path}/conversations/{found.ConversationId}/posts/{found.Number}"), thing.ScopeId);
    }

    private static async Task<AboutThing?> Circle(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Circle>();
        return await db.The<Circle>().Where(c => c.Id == own).Select(c => c.Name).SingleOrDefaultAsync() is { } name
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-circle", ("name", name)), $"{viewer.Here.Path}/circles/{own}", thing.ScopeId) { Name = name } : null;
    }

    private static async Task<AboutThing?> Page(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Page>();
        return await db.The<Page>().Where(p => p.Id == own).Select(p => new { p.Title, p.WrittenAt }).SingleOrDefaultAsync() is { } found
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-page", ("title", found.Title)), $"{viewer.Here.Path}/pages/{own}", thing.ScopeId) { Name = found.Title, LastAt = found.WrittenAt } : null;
    }

    private static async Task<AboutThing?> Gathering(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Gathering>();
        return await db.The<Gathering>().Where(g => g.Id == own).Select(g => new { g.Title, g.StartsAt }).SingleOrDefaultAsync() is { } found
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-gathering", ("title", found.Title)), $"{viewer.Here.Path}/gatherings/{own}", thing.ScopeId) { Name = found.Title, LastAt = found.StartsAt } : null;
    }

    private static async Task<AboutThing?> Topic(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Topic>();
        return await db.The<Topic>().Where(t => t.Id == own).Select(t => new { t.Title, t.SpaceId }).SingleOrDefaultAsync() is { } found
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-topic", ("title", found.Title)), $"{viewer.Here.Path}/gatherings/{found.SpaceId}/wall/topics/{own}", thing.ScopeId) { Name = found.Title } : null;
    }

    private static async Task<AboutThing?> Initiative(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Initiative>();
        return await db.The<Initiative>().Where(i => i.Id == own).Select(i => i.Title).SingleOrDefaultAsync() is { } title
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.an-initiative", ("title", title)), $"{viewer.Here.Path}/initiatives/{own}", thing.ScopeId) { Name = title } : null;
    }

    private static async Task<AboutThing?> OneToOne(this Db db, Viewer viewer, Thing thing)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, thing.Id.As<OneToOne>()) is not { } one) return null;
        var said = viewer.Words.Say("linking.a-one-to-one", ("name", one.Name(viewer.Words)));
        return new AboutThing(thing.Id, thing.Kind, said, OneToOneEndpoints.At(viewer, one.Id), thing.ScopeId);
    }

    private static async Task<AboutThing?> Reflection(this Db db, Viewer viewer, Thing thing) => await ReflectionAccess.ForWriting(db, viewer, thing.Id.As<Reflection>()) is { } one
        ? new AboutThing(thing.Id, thing.Kind, viewer.Words["linking.a-reflection"], ReflectionEndpoints.At(viewer, one.Id), thing.ScopeId) : null;

    private static async Task<AboutThing?> Story(this Db db, Viewer viewer, Thing thing) => await StoryAccess.ForReading(db, viewer, thing.Id.As<Story>()) is { } head
        ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-story", ("title", head.Title)), StoryEndpoints.At(viewer, head.Id), thing.ScopeId) { Name = head.Title } : null;

    private static async Task<AboutThing?> Change(this Db db, Viewer viewer, Thing thing) => await ChangeAccess.ForReading(db, viewer, thing.Id.As<SignificantChange>()) is { } head
        ? new AboutThing(thing.Id, thing.Kind, head.It.Question, ChangeEndpoints.At(viewer, head.Id), thing.ScopeId) : null;

    private static async Task<AboutThing?> Conversation(this Db db, Viewer viewer, Thing thing)
    {
        var own = thing.Id.As<Conversation>();
        return await db.The<Conversation>().Where(c => c.Id == own).Select(c => new { c.Title, Standing = c.PostCount - c.TakenDown, c.LastPostAt }).SingleOrDefaultAsync() is { } found
            ? new AboutThing(thing.Id, thing.Kind, viewer.Words.Say("linking.a-conversation", ("title", found.Title)), $"{viewer.Here.Path}/conversations/{own}", thing.ScopeId)
            {
                Name = found.Title, Size = viewer.Words.Count("conversations.posts", found.Standing), LastAt = found.LastPostAt,
            }
            : null;
    }

    /// <summary>How it stands is what was said of it; that its day has passed is no news of it.</summary>
    private static async Task<AboutThing?> Commitment(this Db db, Viewer viewer, Thing thing)
    {
        var (own, words) = (thing.Id.As<Commitment>(), viewer.Words);
        return await db.The<Commitment>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == own) is { } found
            ? new AboutThing(thing.Id, thing.Kind, words.Say("linking.a-commitment", ("what", found.What)), $"{viewer.Here.Path}/commitments/{own}", thing.ScopeId)
            {
                Name = found.What, Size = words[$"commitments.state.{found.StateAt(thing.CreatedAt).Key()}"], LastAt = found.SaidAt ?? thing.CreatedAt,
            }
            : null;
    }

    /// <summary>It stands on a rung of its own, and is met where its person is a member too.</summary>
    private static async Task<AboutThing?> Entry(this Db db, Viewer viewer, Thing thing)
    {
        var (own, here) = (thing.Id.As<PortraitEntry>(), viewer.Here.Id);
        var found = await db.Ask($"""
            SELECT e."PersonId", e."Text", a."Name" FROM portrait_entries e JOIN actors a ON a."Id" = {thing.AuthorId}
            WHERE e."Id" = {own} AND e."Facet" <> {nameof(Facet.Photo)} AND {Portrait.IsSeen(viewer.Me.Scopes)}
              AND EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = {here} AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL)
            """, row => (PersonId: row.Id<Person>(0), Text: row.Text(1), Name: row.Text(2)));
        return found is not [var entry] ? null : new AboutThing(
            thing.Id, thing.Kind, viewer.Words.Say("linking.an-entry", ("name", entry.Name), ("text", PlainText.Excerpt(entry.Text, 80))), $"{viewer.Here.Path}/people/{entry.PersonId}#e-{own}", thing.ScopeId);
    }

    /// <summary>Said of a conversation that has just begun, in the same unit.</summary>
    public static async Task<Id<Conversation>> About(this Unit unit, Id<Thing>? about, Task<Id<Conversation>> begun)
    {
        var id = await begun;
        if (about is not { } thing) return id;
        await unit.Db.SaveChangesAsync();
        await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.AboutId, thing));
        var post = thing.As<Post>();
        if (await unit.Db.The<Post>().Where(p => p.Id == post).Select(p => (Id<Conversation>?)p.ConversationId).SingleOrDefaultAsync() is { } where) await unit.MarkSpokenOf(where);
        return id;
    }
}
