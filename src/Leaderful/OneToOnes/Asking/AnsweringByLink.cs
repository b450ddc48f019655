using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Asking;

/// <summary>Whoever has the letter, or was handed the link, answers without signing in, for this one-to-one alone. Looking changes nothing.</summary>
public static class AnsweringByLink
{
    public const string Path = "/one-to-one/";

    public static RouteGroupBuilder MapAskedByLink(this IEndpointRouteBuilder app)
    {
        var asked = app.MapGroup($"{Path}{{token}}").ForAnyone("whoever has the letter is taken for the one it was sent to").RequireRateLimiting(RateLimits.Knocking);
        asked.MapGet("", Show);
        asked.MapPost("/answer", Answer);
        asked.MapGet("/mine.ics", Calendar);
        asked.MapPost("/forgetting", Forget);
        return asked;
    }

    /// <summary>A link that is made up, has ended, or leads to what is no more: all the same.</summary>
    internal static IResult Gone(Viewer viewer) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words["asking.gone.title"], viewer.Words["asking.gone.text"], "/", viewer.Words["message.home"]), StatusCodes.Status410Gone);

    private static async Task<IResult> Show(string token, Viewer viewer, Db db, TimeProvider time) => await AskedAccess.ByLink(db, token, time.Utc()) is { } asked
        ? Screen.Show<AskedByLinkPage, AskedModel>(await AskedEndpoints.Model(db, asked, Form.Empty, $"{Path}{token}", time.Utc())) : Gone(viewer);

    private static async Task<IResult> Answer(string token, Form form, LetterDesk desk, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await AskedAccess.ByLink(db, token, time.Utc()) is not { } asked) return Gone(viewer);
        return await AnswerForm.Take(asked, form, desk, writes, time.Utc()) ? Screen.Go($"{Path}{token}", new Done("asking.answered"))
            : Screen.ShowAgain<AskedByLinkPage, AskedModel>(await AskedEndpoints.Model(db, asked, form, $"{Path}{token}", time.Utc()));
    }

    private static async Task<IResult> Calendar(string token, LetterDesk desk, Viewer viewer, Db db, TimeProvider time) =>
        await AskedAccess.ByLink(db, token, time.Utc()) is { } asked
            ? AskEndpoints.CalendarFile(desk, asked.It, asked.Request.Sequence, asked.Planned(viewer.Words), time.Utc()) : Gone(viewer);

    private static async Task<IResult> Forget(string token, LetterDesk desk, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await AskedAccess.ByLink(db, token, time.Utc()) is not { Other: null } asked) return Gone(viewer);
        await writes.Do(unit => unit.ForgetOther(desk, asked));
        return Screen.Show<MessagePage, Message>(new Message(viewer.Words["asking.forgotten.title"], viewer.Words["asking.forgotten.text"], "/", viewer.Words["message.home"]));
    }
}
