using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

public static class ConversationTending
{
    public static void MapConversationTending(this RouteGroupBuilder community)
    {
        community.MapGet("/conversations/{id}/title", Title);
        community.MapPost("/conversations/{id}/title", Rename).RequireRateLimiting(RateLimits.Writing);
        community.MapPost("/conversations/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        community.MapPost("/conversations/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Title(Id<Conversation> id, Db db, Viewer viewer) =>
        await ConversationAccess.ForTending(db, viewer, id) is { } head
            ? Screen.Show<TitlePage, TitleModel>(new TitleModel(head, Form.With(("title", head.Title))))
            : Results.NotFound();

    private static async Task<IResult> Rename(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForTending(db, viewer, id) is not { } head) return Results.NotFound();
        var title = Writing.Title(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<TitlePage, TitleModel>(new TitleModel(head, form));
        if (title != head.Title) await writes.Do(unit => unit.Rename(viewer.Me.ActorId, id, title));
        return Screen.Go($"{viewer.Here.Path}/conversations/{id}");
    }

    private static async Task<IResult> TakeDown(Id<Conversation> id, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForTending(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.TakeDown(viewer.Me.ActorId, id));
        var list = $"{viewer.Here.Path}/conversations";
        return Screen.Go(list, new Done("conversations.undo.conversation", $"{list}/{id}/restoration", head.Title));
    }

    private static async Task<IResult> PutBack(Id<Conversation> id, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForPuttingBack(db, viewer, id) is null) return Results.NotFound();
        return await writes.Do(unit => unit.PutBack(viewer.Me.ActorId, id)) ? Screen.Go($"{viewer.Here.Path}/conversations/{id}") : Results.NotFound();
    }
}
