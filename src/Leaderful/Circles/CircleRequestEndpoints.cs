using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

public sealed record CircleRequestsModel(CircleHead Circle, IReadOnlyList<WaitingForCircle> Waiting, Form Form, Id<CircleRequest>? About = null);

/// <summary>Asking to belong, and answering.</summary>
public static class CircleRequestEndpoints
{
    public static void MapCircleRequests(this RouteGroupBuilder circles)
    {
        circles.MapGet("/{id}/requests", Show);
        circles.MapPost("/{id}/requests", Ask).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/requests/withdrawal", Withdraw).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/requests/{request}/answer", Reply).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Circle> id, Viewer viewer, Db db) =>
        await CircleAccess.ForAnswering(db, viewer, id) is { } circle
            ? Screen.Show<CircleRequestsPage, CircleRequestsModel>(new CircleRequestsModel(circle, await Waiting(db, viewer, id), Form.Empty))
            : Results.NotFound();

    private static async Task<IResult> Ask(Id<Circle> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await CircleAccess.ForReading(db, viewer, id) is not { } circle) return Results.NotFound();
        var path = $"{viewer.Here.Path}/circles/{id}";
        if (circle.Belongs) return Screen.Go(path);
        if (circle.Joining != Joining.Request) return Results.NotFound();
        var line = form.Line("line", CircleRequest.LongestLine, viewer.Words["circles.wrong.line-long"]);
        if (!form.IsRight) return Screen.ShowAgain<CirclePage, CircleModel>(await CircleEndpoints.Model(db, viewer, circle, form, time.Utc()));
        return await writes.Do(unit => unit.AskForCircle(id, viewer.Me, line))
            ? Screen.Go(path, new Done("circles.asked", $"{path}/requests/withdrawal", circle.Name, $"circle-{id}"))
            : Results.NotFound();
    }

    private static async Task<IResult> Withdraw(Id<Circle> id, Viewer viewer, Db db, Writes writes)
    {
        if (await CircleAccess.ForReading(db, viewer, id) is null || await db.OwnRequest(viewer.Me, id) is not { } mine) return Results.NotFound();
        var done = await writes.Do(unit => unit.WithdrawRequest(mine, viewer.Me.ActorId));
        return Screen.Go($"{viewer.Here.Path}/circles/{id}", done ? new Done("circles.withdrawn") : null);
    }

    private static async Task<IResult> Reply(Id<Circle> id, Id<CircleRequest> request, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        if (await CircleAccess.ForAnswering(db, viewer, id) is not { } circle) return Results.NotFound();
        var asked = await db.The<CircleRequest>().SingleOrDefaultAsync(r => r.Id == request && r.CircleId == id && r.PersonId != viewer.Me.PersonId);
        if (asked is null) return Results.NotFound();
        var word = form.Text("word", CircleRequest.LongestWord, viewer.Words["circles.wrong.word-long"]);
        if (!form.IsRight) return Screen.ShowAgain<CircleRequestsPage, CircleRequestsModel>(new CircleRequestsModel(circle, await Waiting(db, viewer, id), form, request));
        var answer = form["answer"] == "accept" ? Answer.Accepted : Answer.Declined;
        var name = await db.The<Actor>().Where(a => a.PersonId == asked.PersonId).Select(a => a.Name).SingleAsync();
        var paper = await letterheads.For(context);
        var first = await writes.Do(unit => unit.AnswerRequest(asked, viewer.Me.ActorId, answer, word, paper));
        var key = !first ? "circles.answered-already" : answer == Answer.Accepted ? "circles.accepted" : "circles.declined";
        return Screen.Go($"{viewer.Here.Path}/circles/{id}", new Done(key, Name: name, Draft: $"circle-request-{request}"));
    }

    private static Task<List<WaitingForCircle>> Waiting(Db db, Viewer viewer, Id<Circle> id) =>
        db.RequestsFor(viewer.Me).Where(r => r.CircleId == id).Waiting(db);
}
