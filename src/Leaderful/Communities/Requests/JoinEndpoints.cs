using System.Security.Cryptography;
using System.Text;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Requests;

/// <summary>Coming in where the door is open, and asking where it is not.</summary>
public static class JoinEndpoints
{
    public static void MapJoining(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("").ForPeople("joining and asking; only what they may find, and as it may be joined");
        people.MapPost("/c/{community}/membership", Join).RequireRateLimiting(RateLimits.Writing);
        people.MapPost("/c/{community}/requests", Ask).RequireRateLimiting(RateLimits.Writing);
        people.MapPost("/requests/{request}/withdrawal", Withdraw).RequireRateLimiting(RateLimits.Writing);
    }

    /// <summary>A question's field is named after its words, so that an answer can never stand under another question.</summary>
    public static string FieldFor(string question) => $"answer-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, 6))}";

    private static async Task<IResult> Join(string community, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await CommunityAccess.ForFinding(db, viewer, community) is not { } found) return Results.NotFound();
        var about = await AboutModel.Of(db, viewer, found, form);
        if (about.Way == WayIn.Inside) return Screen.Go(found.Path);
        if (about.Way != WayIn.Open) return Results.NotFound();
        form.CheckAgreed(about.Agreements, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<AboutPage, AboutModel>(about);
        var joined = await writes.Do(async unit => await unit.JoinOpenly(found.Id, await unit.ThePerson(viewer.Me.PersonId), about.Agreements));
        return Screen.Go(found.Path, joined ? new Done("joining.joined", Name: found.Name, Draft: $"join-{found.Slug}") : null);
    }

    private static async Task<IResult> Ask(string community, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        if (await CommunityAccess.ForFinding(db, viewer, community) is not { } found) return Results.NotFound();
        var about = await AboutModel.Of(db, viewer, found, form);
        if (about.Way is WayIn.Inside or WayIn.Asked) return Screen.Go(found.Path);
        if (about.Way != WayIn.Request) return Results.NotFound();
        var replies = found.Asked().Select(q => (q, form.Text(FieldFor(q), 2000, viewer.Words["joining.answer-long"]))).ToList();
        form.CheckAgreed(about.Agreements, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<AboutPage, AboutModel>(about);
        var paper = await letterheads.For(context);
        var asked = await writes.Do(async unit => await unit.AskToJoin(found.Id, await unit.ThePerson(viewer.Me.PersonId), replies, about.Agreements, paper));
        return asked ? Screen.Go("/", new Done("joining.asked", Name: found.Name, Draft: $"join-{found.Slug}")) : Screen.Go(found.Path);
    }

    private static async Task<IResult> Withdraw(Id<JoinRequest> request, Viewer viewer, Db db, Writes writes)
    {
        var mine = await db.The<JoinRequest>().SingleOrDefaultAsync(r => r.Id == request && r.PersonId == viewer.Me.PersonId);
        if (mine is null) return Results.NotFound();
        var done = await writes.Do(unit => unit.WithdrawRequest(mine, viewer.Me.ActorId));
        return Screen.Go("/", done ? new Done("joining.withdrawn") : null);
    }
}
