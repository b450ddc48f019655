using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

public sealed record AnswerModel(AnswerLink Link, Form Form);

/// <summary>Answering a letter without signing in. Whoever holds its link is taken for its reader, for this one thing.</summary>
public static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        var holders = app.MapGroup("/answers/{token}").ForAnyone("whoever can read the letter holds the link").RequireRateLimiting(RateLimits.Knocking);
        holders.MapGet("", Show);
        holders.MapPost("", Answer);
    }

    private static async Task<IResult> Show(string token, Viewer viewer, Db db, TimeProvider time) =>
        await db.FindAnswer(token, time.Utc()) is not { } link ? Say(viewer, "gone", StatusCodes.Status410Gone)
        : link.IsOpen ? Screen.Show<AnswerPage, AnswerModel>(new AnswerModel(link, Form.Empty))
        : Over(viewer, link, time.Utc());

    private static async Task<IResult> Answer(string token, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await db.FindAnswer(token, time.Utc()) is not { } link) return Say(viewer, "gone", StatusCodes.Status410Gone);
        if (!link.IsOpen) return Over(viewer, link, time.Utc());
        var line = form.Line("line", CheckIn.LongestLine, viewer.Words["commitments.wrong.line-long"]);
        if (Read(form) is not { } answer)
        {
            form.Refuse("answer", viewer.Words["commitments.wrong.answer"]);
            return Screen.ShowAgain<AnswerPage, AnswerModel>(new AnswerModel(link, form));
        }
        if (!form.IsRight) return Screen.ShowAgain<AnswerPage, AnswerModel>(new AnswerModel(link, form));
        await writes.Do(unit => unit.AnswerMail(token, answer, line));
        // Where another answer came just before this one, the page says what is so.
        return Screen.Go($"/answers/{token}");
    }

    private static MailAnswer? Read(Form form) =>
        Enum.GetValues<MailAnswer>().Where(a => a.Key() == form["answer"]).Select(a => (MailAnswer?)a).FirstOrDefault();

    /// <summary>Answered already, or there is nothing to answer any more: what is so, and the way to the rest.</summary>
    private static IResult Over(Viewer viewer, AnswerLink link, DateTime now)
    {
        var words = viewer.Words;
        var title = words[link.Link.Uses > 0 ? "commitments.answer.thanks" : link.Commitment.IsOpen ? "commitments.answer.old" : "commitments.answer.over"];
        var state = words.Say("commitments.answer.stands", ("what", link.Commitment.What), ("state", words[$"commitments.state.{link.Commitment.StateAt(now).Key()}"]));
        return Screen.Show<MessagePage, Message>(new Message(title, state, $"/things/{link.Commitment.Id}", words["commitments.answer.see"]));
    }

    private static IResult Say(Viewer viewer, string what, int status) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words[$"commitments.answer.{what}.title"], viewer.Words[$"commitments.answer.{what}.text"], "/", viewer.Words["message.home"]), status);
}
