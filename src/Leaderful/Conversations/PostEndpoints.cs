using Leaderful.Care;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

public static class PostEndpoints
{
    public static void MapPosts(this RouteGroupBuilder community)
    {
        var post = community.MapGroup("/conversations/{id}/posts/{number:int}");
        post.MapGet("", Find);
        post.MapGet("/acts", Acts);
        post.MapGet("/revisions", History);
        post.MapGet("/revisions/new", Edit);
        post.MapPost("/revisions", Rewrite).RequireRateLimiting(RateLimits.Writing);
        post.MapPost("/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        post.MapPost("/value", (Id<Conversation> id, int number, Db db, Viewer viewer, Writes writes) => Value(id, number, db, viewer, writes, true)).RequireRateLimiting(RateLimits.Writing);
        post.MapPost("/value/withdrawal", (Id<Conversation> id, int number, Db db, Viewer viewer, Writes writes) => Value(id, number, db, viewer, writes, false)).RequireRateLimiting(RateLimits.Writing);
        post.MapPost("/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    /// <summary>The address of a post for good: leads to its place, however long the conversation has become.</summary>
    private static async Task<IResult> Find(Id<Conversation> id, int number, Db db, Viewer viewer)
    {
        if (await ConversationAccess.ForReading(db, viewer, id) is not { } head || number < 1 || number > head.PostCount) return Results.NotFound();
        // Only where not everything stands can something have left.
        if (head.TakenDown > 0 && await db.WentTo(id, number) is { } there && await ConversationAccess.ForReading(db, viewer, there.Conversation) is { } other)
            return Results.Redirect(Address(viewer, other, there.Number));
        return Results.Redirect(Address(viewer, head, number));
    }

    private static async Task<IResult> Acts(Id<Conversation> id, int number, Db db, Viewer viewer)
    {
        if (await PostAccess.ForReading(db, viewer, id, number) is not { } post) return Results.NotFound();
        var isOwn = post.AuthorId == viewer.Me.ActorId;
        return Screen.Show<PostActsPage, PostActsModel>(new PostActsModel(post, post.Folded is not null ? null : Said.Excerpt(Said.Of(post.Text).Html, 280), ConversationAccess.MayTend(viewer, post.AuthorId))
        {
            MayReport = !isOwn && await db.CanBeAsked(viewer, post), IsOwn = isOwn, By = (await db.MemberWho(viewer.Here.Id, post.AuthorId))?.Id, Case = await CareAccess.About(db, viewer, post.Id),
            MayMove = ConversationAccess.MayTend(viewer, post.Conversation.AuthorId),
            About = await db.ConversationsAbout(viewer, post.Id.As<Thing>()),
        });
    }

    private static async Task<IResult> History(Id<Conversation> id, int number, Db db, Viewer viewer, int from = 0)
    {
        if (await PostAccess.ForReading(db, viewer, id, number) is not { EditedAt: not null } post) return Results.NotFound();
        return Screen.Show<HistoryPage, HistoryModel>(await HistoryModel.Of(db, post, from));
    }

    private static async Task<IResult> Edit(Id<Conversation> id, int number, Db db, Viewer viewer, string? draft)
    {
        if (await PostAccess.ForRewriting(db, viewer, id, number) is not { } post) return Results.NotFound();
        var (form, drafts) = (Form.With(("text", post.Text)), await db.DraftsAt(viewer, DraftPlace.Edit(viewer, post), draft, post.EditedAt));
        return Screen.Show<RewritePage, RewriteModel>(new RewriteModel(post, drafts?.Into(form) ?? form) { Drafts = drafts });
    }

    private static async Task<IResult> Rewrite(Id<Conversation> id, int number, Form form, HttpContext context, Db db, Viewer viewer, Writes writes, Letterheads letterheads)
    {
        if (await PostAccess.ForRewriting(db, viewer, id, number) is not { } post) return Results.NotFound();
        var text = Writing.Text(form, viewer.Words);
        if (Writing.WantsPreview(form)) return Screen.Show<RewritePage, RewriteModel>(new RewriteModel(post, form.Forgiven(), Said.Of(text, viewer.Origin, await db.Called(viewer, post.Conversation.ScopeId, text)).Html));
        if (!form.IsRight) return Screen.ShowAgain<RewritePage, RewriteModel>(new RewriteModel(post, form));
        var (said, paper, place) = (Said.Of(text, viewer.Origin, await db.Called(viewer, post.Conversation.ScopeId, text)), await letterheads.For(context), DraftPlace.Edit(viewer, post));
        var draft = SentDraft.In(form, viewer.Me, place);
        if (!await writes.Do(unit => unit.Sent(draft, unit.Rewrite(viewer.Me.ActorId, post.Id, said, paper)))) return Results.NotFound();
        return Screen.Go(Address(viewer, post.Conversation, number), Done.WithDraft(place.Key(viewer)));
    }

    private static async Task<IResult> TakeDown(Id<Conversation> id, int number, Db db, Viewer viewer, Writes writes)
    {
        if (await PostAccess.ForTakingDown(db, viewer, id, number) is not { } post) return Results.NotFound();
        await writes.Do(unit => unit.TakeDown(viewer.Me.ActorId, post.Id));
        var undo = FormattableString.Invariant($"{viewer.Here.Path}/conversations/{id}/posts/{number}/restoration");
        var word = post.AuthorId == viewer.Me.ActorId ? "conversations.undo.post" : "conversations.undo.other-post";
        return Screen.Go(Address(viewer, post.Conversation, number), new Done(word, undo));
    }

    private static async Task<IResult> PutBack(Id<Conversation> id, int number, Db db, Viewer viewer, Writes writes)
    {
        if (await PostAccess.ForPuttingBack(db, viewer, id, number) is not { } post) return Results.NotFound();
        return await writes.Do(unit => unit.PutBack(viewer.Me.ActorId, post.Id)) ? Screen.Go(Address(viewer, post.Conversation, number)) : Results.NotFound();
    }

    private static async Task<IResult> Value(Id<Conversation> id, int number, Db db, Viewer viewer, Writes writes, bool isValuable) =>
        await PostAccess.ForReading(db, viewer, id, number) is { } post && await writes.Do(unit => unit.Value(viewer.Me, post.Id, isValuable))
            ? Screen.Go(Address(viewer, post.Conversation, number)) : Results.NotFound();

    internal static string Address(Viewer viewer, ConversationHead head, int number)
    {
        var window = ReadingWindow.At(number, head.PostCount);
        var from = head.PostCount > ReadingWindow.Size ? $"?from={window.From}" : "";
        return FormattableString.Invariant($"{viewer.Here.Path}/conversations/{head.Id}{from}#p{number}");
    }
}
