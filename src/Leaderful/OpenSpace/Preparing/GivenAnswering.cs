using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Whoever prepares says whether it is still fixed: with a word, with new words, or that it holds no more.</summary>
public static class GivenAnswering
{
    public static void MapGivenAnswers(this RouteGroupBuilder space)
    {
        space.MapGet("/givens/{given}/answers", Show);
        space.MapPost("/givens/{given}/answers", Answer).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/givens/{given}/answers/ending", TakeBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Space> id, Id<Given> given, Viewer viewer, Db db, TimeProvider time) =>
        await SpaceAccess.ForPreparing(db, viewer, id) is { } head && await GivenEndpoints.Find(db, id, given) is { } it
            ? Screen.Show<GivenAnswerPage, GivenModel>(new(head, it, Form.With(("fixedness", nameof(Fixedness.Fixed)), ("text", it.Text), ("until", it.Until is { } day && !it.IsDayOver(time.Utc()) ? DayWords.Written(day) : "")))) : Results.NotFound();

    private static async Task<IResult> Answer(Id<Space> id, Id<Given> given, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head || await GivenEndpoints.Find(db, id, given) is not { } it) return Results.NotFound();
        var reply = Read(form, viewer.Words, time.Utc());
        if (reply.Fixedness == Fixedness.Eased && reply.Text == it.Text) form.Refuse("text", viewer.Words["preparing.wrong.eased-same"]);
        if (!form.IsRight) return Screen.ShowAgain<GivenAnswerPage, GivenModel>(new(head, it, form));
        await writes.Do(unit => unit.AnswerGiven(viewer.Me.ActorId, id, given, reply));
        return Screen.Go($"{GivenRoom.At(viewer, id)}#given-{given}", new Done($"preparing.answered.{reply.Fixedness.Key()}", $"{GivenRoom.At(viewer, id)}/{given}/answers/ending", Draft: $"given-answer:{given}"));
    }

    private static async Task<IResult> TakeBack(Id<Space> id, Id<Given> given, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null || !await writes.Do(unit => unit.UnanswerGiven(viewer.Me.ActorId, id, given))) return Results.NotFound();
        return Screen.Go($"{GivenRoom.At(viewer, id)}#given-{given}", new Done("preparing.unanswered"));
    }

    private static GivenReply Read(Form form, Words words, DateTime now)
    {
        var fixedness = form.Choice("fixedness", Fixedness.Fixed);
        var word = form.Text("word", GivenAnswer.LongestWord, words["preparing.wrong.given-long"], fixedness == Fixedness.Fixed ? words["preparing.wrong.word-missing"] : null);
        var text = fixedness == Fixedness.Eased ? form.Text("text", Given.LongestText, words["preparing.wrong.given-long"], words["preparing.wrong.given-missing"]) : "";
        return new GivenReply(fixedness, word, text, fixedness == Fixedness.Gone ? null : PreparingForm.DayToCome(form, "until", words, now));
    }
}
