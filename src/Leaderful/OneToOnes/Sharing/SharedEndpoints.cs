using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>What both write and confirm; at the address of the page it belongs to, of a member or of a link.</summary>
public sealed record SharedModel(Between Between, Form Form, string Address, DateTime Now);

/// <summary>Both of the two write and confirm what is theirs together: signed in, or by the link.</summary>
public static class SharedEndpoints
{
    public static void MapShared(this RouteGroupBuilder mine)
    {
        mine.MapGet("/{id}/shared", async (Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time) => await db.BetweenFor(viewer, id) is { } between
            ? Screen.Show<SharedPage, SharedModel>(new(between, SharedForm.Of(between.Part), OneToOneEndpoints.At(viewer, id), time.Utc())) : Results.NotFound());
        mine.MapPost("/{id}/shared", async (Id<OneToOne> id, Form form, LetterDesk desk, SharedWriting writing, Viewer viewer, Db db) => await db.BetweenFor(viewer, id) is { } between
            ? await writing.Write<SharedPage>(between, form, OneToOneEndpoints.At(viewer, id), desk) : Results.NotFound()).RequireRateLimiting(RateLimits.Writing);
        mine.MapPost("/{id}/shared/confirmation", async (Id<OneToOne> id, Form form, LetterDesk desk, SharedWriting writing, Viewer viewer, Db db) => await db.BetweenFor(viewer, id) is { } between
            ? await writing.Confirm(between, form, OneToOneEndpoints.At(viewer, id), desk) : Results.NotFound()).RequireRateLimiting(RateLimits.Writing);
    }

    public static void MapSharedByLink(this RouteGroupBuilder links)
    {
        links.MapGet("/shared", async (string token, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? Screen.Show<SharedByLinkPage, SharedModel>(new(between, SharedForm.Of(between.Part), At(token), time.Utc())) : AnsweringByLink.Gone(viewer));
        links.MapPost("/shared", async (string token, Form form, LetterDesk desk, SharedWriting writing, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? await writing.Write<SharedByLinkPage>(between, form, At(token), desk) : AnsweringByLink.Gone(viewer));
        links.MapPost("/shared/confirmation", async (string token, Form form, LetterDesk desk, SharedWriting writing, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? await writing.Confirm(between, form, At(token), desk) : AnsweringByLink.Gone(viewer));
    }

    private static string At(string token) => $"{AnsweringByLink.Path}{token}";

    private static async Task<Between?> ByLink(Db db, string token, TimeProvider time) =>
        await AskedAccess.ByLink(db, token, time.Utc()) is { } asked ? await db.BetweenFor(BetweenQueries.TwoOf(asked)) : null;
}
