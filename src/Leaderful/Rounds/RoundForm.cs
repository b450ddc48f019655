using Leaderful.Commitments;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;

namespace Leaderful.Rounds;

/// <summary>Reads what somebody typed of a round, and says what of it cannot be.</summary>
internal static class RoundForm
{
    private const int DaysToJoin = 3;
    private const int DaysToMeet = 14;
    private const int MostDays = 366;

    public static Form Fresh(DateTime now) => Form.With(("join", DayWords.Written(Day.Today(now).AddDays(DaysToJoin))), ("meet", DayWords.Written(Day.Today(now).AddDays(DaysToJoin + DaysToMeet))));

    public static RoundWish? Read(Form form, Words words, DateTime now)
    {
        var title = form.Line("title", Round.LongestTitle, words["rounds.wrong.title-long"]);
        var (join, meet, today) = (DayWords.Read(form["join"]), DayWords.Read(form["meet"]), Day.Today(now));
        if (join is null || Day.IsOver(join.Value, now)) form.Refuse("join", words["rounds.wrong.join"]);
        if (meet is null || meet <= join) form.Refuse("meet", words["rounds.wrong.meet"]);
        if (meet > today.AddDays(MostDays)) form.Refuse("meet", words["rounds.wrong.far"]);
        return form.IsRight ? new(title, join!.Value, meet!.Value) : null;
    }
}
