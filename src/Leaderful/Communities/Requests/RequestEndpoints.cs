using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Requests;

public sealed record WaitingRequest(Id<JoinRequest> Id, Guid ActorId, string Name, DateTime AskedAt, IReadOnlyList<JoinReply> Replies);

public sealed record RequestsModel(IReadOnlyList<WaitingRequest> Waiting, Joining Joining, Form Form, Id<JoinRequest>? About = null);

public static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder app)
    {
        var stewards = app.MapGroup("/c/{community}/requests").ForStewards("they read who asks to join, and answer");
        stewards.MapGet("", async (Viewer viewer, Db db) => Screen.Show<RequestsPage, RequestsModel>(await Model(db, viewer.Here, Form.Empty)));
        stewards.MapPost("/{request}/answer", Reply).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Reply(Id<JoinRequest> request, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        var asked = await db.The<JoinRequest>().SingleOrDefaultAsync(r => r.Id == request && r.CommunityId == viewer.Here.Id);
        if (asked is null) return Results.NotFound();
        var word = form.Text("word", 1000, viewer.Words["requests.word-long"]);
        if (!form.IsRight) return Screen.ShowAgain<RequestsPage, RequestsModel>(await Model(db, viewer.Here, form, request));
        var answer = form["answer"] == "accept" ? Answer.Accepted : Answer.Declined;
        var name = await NameOf(db, asked.PersonId);
        var paper = await letterheads.For(context);
        var first = await writes.Do(unit => unit.AnswerRequest(asked, viewer.Me.ActorId, answer, word, paper));
        var key = !first ? "requests.answered-already" : answer == Answer.Accepted ? "requests.accepted" : "requests.declined";
        return Screen.Go($"{viewer.Here.Path}/requests", new Done(key, Name: name, Draft: $"request-{request}"));
    }

    private static Task<string> NameOf(Db db, Id<Person> person) =>
        db.The<Actor>().Where(a => a.PersonId == person).Select(a => a.Name).SingleAsync();

    private static async Task<RequestsModel> Model(Db db, Here here, Form form, Id<JoinRequest>? about = null)
    {
        var asked = await (
            from request in db.The<JoinRequest>()
            join person in db.The<Person>() on request.PersonId equals person.Id
            join actor in db.The<Actor>() on person.ActorId equals actor.Id
            where request.CommunityId == here.Id && request.ClosedAt == null
            orderby request.AskedAt
            select new { request.Id, ActorId = actor.Id, actor.Name, request.AskedAt }).Take(100).ToListAsync();
        var ids = asked.Select(a => a.Id).ToList();
        var replies = await db.The<JoinReply>().Where(r => ids.Contains(r.RequestId)).OrderBy(r => r.Number).ToListAsync();
        var joining = await db.The<Community>().Where(c => c.Id == here.Id).Select(c => c.Joining).SingleAsync();
        return new RequestsModel(
            [.. asked.Select(a => new WaitingRequest(a.Id, a.ActorId.Value, a.Name, a.AskedAt, [.. replies.Where(r => r.RequestId == a.Id)]))],
            joining, form, about);
    }
}
