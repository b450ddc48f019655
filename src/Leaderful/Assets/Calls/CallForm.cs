using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Assets.Calls;

/// <summary>Reads a call from a form, and says what of it cannot be.</summary>
internal static class CallForm
{
    /// <summary>So many a day, for each person in a community; one for whoever has just come.</summary>
    public const int MostADay = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan JustCome = TimeSpan.FromDays(3);

    public static CallWish Read(Form form, Viewer viewer, DateTime now)
    {
        var words = viewer.Words;
        var what = form.Line("what", Call.LongestWhat, words["calls.wrong.what-long"], words["calls.wrong.what-missing"]);
        var more = form.Text("more", Call.LongestMore, words["calls.wrong.more-long"]);
        var other = form.Line("words", Need.LongestText, words["calls.wrong.words-long"]);
        var until = DayWords.Read(form["until"]);
        if (until is null) form.Refuse("until", words["calls.wrong.until"]);
        else if (Commitments.Day.IsOver(until.Value, now)) form.Refuse("until", words["calls.wrong.until-past"]);
        else if (until > Commitments.Day.Today(now).AddDays(Call.MostDays)) form.Refuse("until", words.Count("calls.wrong.until-far", Call.MostDays));
        return new(what, until ?? default) { More = more, Words = other };
    }

    /// <summary>Nobody's mail is filled by one person.</summary>
    public static async Task CheckOften(Form form, Db db, Viewer viewer, Settings settings, DateTime now)
    {
        if (settings.Unlimited || !form.IsRight) return;
        var most = viewer.Here.JoinedAt > now - JustCome && !viewer.Here.IsSteward ? 1 : MostADay;
        if (await db.CallsSince(viewer, now - Day) >= most) form.Refuse("what", viewer.Words.Count("calls.wrong.often", most));
    }
}
