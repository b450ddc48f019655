using Leaderful.Data;
using Leaderful.Shared.Forms;

namespace Leaderful.OneToOnes.Asking;

/// <summary>Reads what the other answers, and does it; the same for a member and for whoever holds the link.</summary>
internal static class AnswerForm
{
    public const string Another = "another";
    public const string No = "no";

    /// <summary>False where something is wrong with it; that stands in the form.</summary>
    public static async Task<bool> Take(Asked asked, Form form, LetterDesk desk, Writes writes, DateTime now)
    {
        var words = desk.Words;
        var word = form.Line("word", OneToOneRequest.LongestWord, words["asking.wrong.word-long"]);
        if (asked.IsOver(now)) form.Refuse("answer", words["asking.wrong.over"]);
        if (form["answer"] is Another && word.Length == 0) form.Refuse("word", words["asking.wrong.when"]);
        if (form["answer"].Length == 0) form.Refuse("answer", words["asking.wrong.answer"]);
        if (!form.IsRight) return false;
        var isDone = await writes.Do(unit => unit.Answer(desk, asked.Id, form["answer"], word));
        if (!isDone) form.Refuse("answer", words["asking.wrong.times"]);
        return isDone;
    }

    private static async Task<bool> Answer(this Unit unit, LetterDesk desk, Id<OneToOne> id, string answer, string word)
    {
        if (answer == No) await unit.DeclineToMeet(desk, id, word);
        else if (answer == Another) await unit.WishAnotherTime(desk, id, word);
        else return Id<ProposedTime>.TryParse(answer, null, out var time) && await unit.AgreeToMeet(desk, id, time, word);
        return true;
    }
}
