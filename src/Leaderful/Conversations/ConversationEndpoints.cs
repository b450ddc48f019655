using System.Text.Encodings.Web;
using Leaderful.Care;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Pages.Hanging;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

public static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        app.MapValuable();
        var community = app.MapGroup("/c/{community}").ForMembers("Conversations are the community's own.");
        community.MapGet("/conversations", List);
        community.MapGet("/conversations/new", New);
        community.MapPost("/conversations", Begin).RequireRateLimiting(RateLimits.Writing).BringingFiles();
        community.MapPost("/conversations/preview", Preview).RequireRateLimiting(RateLimits.Writing);
        community.MapGet("/conversations/{id}", Thread);
        community.MapPost("/conversations/{id}/posts", Reply).RequireRateLimiting(RateLimits.Writing).BringingFiles();
        community.MapConversationTending();
        community.MapMarking();
        community.MapMoving();
        community.MapRungs();
        community.MapPosts();
        community.MapBin();
    }

    private static async Task<IResult> List(Db db, Viewer viewer, string? show, string? from) =>
        Screen.Show<ConversationsPage, ListModel>(await db.ListConversations(viewer.Me, viewer.Here, show == "new", ListPlace.Read(from), onlyFeatured: show == "featured"));

    /// <summary>It goes where they came from, unless they choose otherwise.</summary>
    private static async Task<IResult> New(Db db, Viewer viewer, string? circle, string? draft, string? about)
    {
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var thing = await db.ThingToSpeakOf(viewer, Thing(about));
        var from = rungs.FirstOrDefault(r => r.Circle is { } own && (own.Id.ToString() == circle || own.ScopeId == thing?.Scope));
        var form = Form.With(("to", (from ?? rungs[^1]).Id.ToString()), ("from", from?.Circle?.Id.ToString() ?? ""));
        var drafts = await db.DraftsAt(viewer, DraftPlace.Beginning(viewer, form["from"]), draft);
        return Screen.Show<BeginPage, BeginModel>(new BeginModel(drafts?.Into(form) ?? form, Id<Conversation>.New(), rungs) { Drafts = drafts, About = thing });
    }

    private static Id<Thing>? Thing(string? about) => Id<Thing>.TryParse(about, null, out var id) ? id : null;

    private static async Task<IResult> Begin(Form form, Db db, Viewer viewer, Writes writes, Threads threads)
    {
        var key = Writing.Key<Conversation>(form) ?? Id<Conversation>.New();
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var (title, whom) = (Writing.Title(form, viewer.Words), Writing.Whom(form, rungs, viewer.Words));
        // Whoever has no more to say than the title says that.
        var text = Clean.Text(form["text"]).Trim().Length == 0 ? title : Writing.Text(form, viewer.Words);
        var uploads = await Upload.Read(form, "files", viewer.Words);
        var about = await db.ThingToSpeakOf(viewer, Thing(form["about"]));
        if (Writing.WantsPreview(form)) return Screen.Show<BeginPage, BeginModel>(new BeginModel(form.Forgiven(), key, rungs, Said.Of(text, viewer.Origin, await db.Called(viewer, whom?.Id ?? viewer.Here.ScopeId, text)).Html) { About = about });
        await threads.Newcomers.Check(form, db, viewer, begins: true);
        if (!form.IsRight || whom is null) return Screen.ShowAgain<BeginPage, BeginModel>(new BeginModel(form, key, rungs) { About = about });
        var said = Said.Of(text, viewer.Origin, await db.Called(viewer, whom.Id, text)) with { Files = threads.Blobs.Keep(viewer.Here.Id, uploads) };
        var (author, here, place) = (viewer.Me.ActorId, viewer.Here, DraftPlace.Beginning(viewer, form["from"]));
        var draft = SentDraft.In(form, viewer.Me, place, key.As<Thing>());
        var id = await Once(
            () => writes.Do(unit => unit.Sent(draft, unit.About(about?.Id, unit.Begin(author, here.Id, whom.Id, title, said, key)))),
            () => writes.Do(unit => unit.Sent(draft, unit.About(about?.Id, unit.BeginAgain(author, here.Id, whom.Id, title, said, key)))));
        return Screen.Go($"{viewer.Here.Path}/conversations/{id}", Done.WithDraft(place.Key(viewer)));
    }

    private static async Task<ContentHttpResult> Preview(Form form, Db db, Viewer viewer, Id<Conversation>? of)
    {
        var text = Writing.Text(form, viewer.Words);
        var scope = of is { } id ? (await ConversationAccess.ForReading(db, viewer, id))?.ScopeId : Ladder.In(viewer.Me, viewer.Here).FirstOrDefault(r => r.Id.ToString() == form["to"])?.Id;
        var called = form.IsRight ? await db.Called(viewer, scope ?? viewer.Here.ScopeId, text) : [];
        return TypedResults.Content(form.IsRight ? Said.Of(text, viewer.Origin, called).Html : HtmlEncoder.Default.Encode(form.Wrong["text"]), "text/html; charset=utf-8");
    }

    private static async Task<IResult> Thread(Id<Conversation> id, Db db, Viewer viewer, Threads threads, int? from, int? quote, string? draft)
    {
        if (await ConversationAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var window = from is { } start ? ReadingWindow.Starting(start, head.PostCount) : ReadingWindow.Around(head.ReadUpTo, head.PostCount);
        var drafts = head.HasDraft ? await db.DraftsAt(viewer, DraftPlace.Reply(viewer, id), draft) : null;
        var reply = drafts?.Into(Form.Empty) ?? Form.Empty;
        if (quote is { } number && head.ClosedAt is null) reply = await Quoting.Into(db, viewer, id, number, reply["text"]);
        var posts = await threads.Posts.Get(db, head, window, viewer.Words);
        var model = new ThreadModel(head, window, posts, reply)
        {
            Valuable = await posts.ValuableTo(db, viewer.Me, id), Drafts = drafts,
            About = await db.ThingToSpeakOf(viewer, head.AboutId), SpokenOf = await db.SpokenOf(viewer, head, threads.Time.GetUtcNow().UtcDateTime),
        };
        if (head.SpokenOfAt is not null) model = model with { Pages = await db.PagesOn(viewer, id.As<Thing>()), Pointing = await db.PagesPointingInto(viewer, id.As<Thing>()), Commitments = await db.CommitmentsOn(viewer, id.As<Thing>()) };
        threads.Reading.Note(viewer.Me.PersonId, head, window.Reads(head.ReadUpTo));
        return Screen.Show<ThreadPage, ThreadModel>(model);
    }

    private static async Task<IResult> Reply(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes, Threads threads)
    {
        if (await ConversationAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var key = Writing.Key<Post>(form) ?? Id<Post>.New();
        var text = Writing.Text(form, viewer.Words);
        var uploads = await Upload.Read(form, "files", viewer.Words);
        if (!Writing.WantsPreview(form)) await threads.Newcomers.Check(form, db, viewer, begins: false);
        if (head.ClosedAt is not null) form.Refuse("text", viewer.Words["tending.closed-now"]);
        if (Writing.WantsPreview(form) || !form.IsRight) return await Again(db, viewer, threads, head, form, key);
        var said = Said.Of(text, viewer.Origin, await db.Called(viewer, head.ScopeId, text)) with { Files = threads.Blobs.Keep(viewer.Here.Id, uploads) };
        var place = DraftPlace.Reply(viewer, id);
        var draft = SentDraft.In(form, viewer.Me, place, key.As<Thing>(), head.HasDraft);
        var number = await Once(
            () => writes.Do(unit => unit.Sent(draft, unit.Reply(viewer.Me.ActorId, id, said, key))),
            () => writes.Do(unit => unit.Sent(draft, unit.ReplyAgain(viewer.Me.ActorId, id, said, key))));
        if (number is null)
        {
            // It was closed or taken down while this was being written; what was written is not lost with it.
            if (await ConversationAccess.ForReading(db, viewer, id) is not { ClosedAt: not null } closed) return Results.NotFound();
            form.Refuse("text", viewer.Words["tending.closed-now"]);
            return await Again(db, viewer, threads, closed, form, key);
        }
        // Whoever answers beside a page stays there.
        var at = head is { IsBeside: true, AboutId: { } page } && form.Has("beside") ? $"pages/{page}#beside-{id}" : $"conversations/{id}#p{number}";
        return Screen.Go($"{viewer.Here.Path}/{at}", Done.WithDraft(place.Key(viewer)));
    }

    private static async Task<IResult> Again(Db db, Viewer viewer, Threads threads, ConversationHead head, Form form, Id<Post> key)
    {
        var looks = Writing.WantsPreview(form);
        var window = ReadingWindow.Starting(head.PostCount, head.PostCount);
        var posts = await threads.Posts.Get(db, head, window, viewer.Words);
        var model = new ThreadModel(head, window, posts, looks ? form.Forgiven() : form) { Key = key, Valuable = await posts.ValuableTo(db, viewer.Me, head.Id), Preview = looks ? Said.Of(form["text"].Trim(), viewer.Origin, await db.Called(viewer, head.ScopeId, form["text"])).Html : null };
        return looks ? Screen.Show<ThreadPage, ThreadModel>(model) : Screen.ShowAgain<ThreadPage, ThreadModel>(model);
    }

    /// <summary>A form that is sent twice does it once: only where its id is taken does anyone look for the first.</summary>
    private static async Task<T> Once<T>(Func<Task<T>> write, Func<Task<T>> again)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateException)
        {
            return await again();
        }
    }
}
