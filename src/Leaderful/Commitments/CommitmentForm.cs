using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class CommitmentForm
{
    public const string Soon = "fortnight";
    public const string NoDay = "none";

    /// <summary>The quick choices; a day of one's own is written beside them.</summary>
    public static readonly IReadOnlyList<string> Bys = ["week", Soon, "month", NoDay];

    public static string What(Form form, Words words) =>
        form.Line("what", Commitment.LongestWhat, words["commitments.wrong.what-long"], words["commitments.wrong.what-missing"]);

    public static string Line(Form form, string name, Words words, string? missing = null) =>
        form.Line(name, CheckIn.LongestLine, words["commitments.wrong.line-long"], missing);

    public static DateOnly? Due(Form form, Words words, DateTime now)
    {
        // A day that was written counts, whichever choice was left standing beside it.
        if (form["day"].Length > 0) return OwnDay(form, words, now);
        var today = Day.Today(now);
        return form["by"] switch
        {
            "week" => today.AddDays(7),
            Soon => today.AddDays(14),
            "month" => today.AddMonths(1),
            _ => null,
        };
    }

    /// <summary>Where others count on a day, one must be said.</summary>
    public static DateOnly? DueSurely(Form form, Words words, DateTime now)
    {
        var due = Due(form, words, now);
        if (due is null && form["day"].Length == 0) form.Refuse("by", words["commitments.wrong.by-missing"]);
        return due;
    }

    private static DateOnly? OwnDay(Form form, Words words, DateTime now)
    {
        if (DayWords.Read(form["day"]) is not { } day || day.Year > now.Year + 100) form.Refuse("day", words["commitments.wrong.day"]);
        else if (Day.IsOver(day, now)) form.Refuse("day", words["commitments.wrong.day-past"]);
        else return day;
        return null;
    }

    /// <summary>Whoever does it: me, or one member of that name who reads it there.</summary>
    public static async Task<Id<Actor>?> Doer(Form form, Db db, Viewer viewer, Rung rung)
    {
        var name = Clean.Line(form["doer"]);
        if (name.Length == 0 && form["ask"].Length > 0) form.Refuse("doer", viewer.Words["commitments.wrong.doer-missing"]);
        if (name.Length == 0 || Folded.Of(name) == Folded.Of(viewer.Me.Name)) return viewer.Me.ActorId;
        var meant = await db.MeantBy(viewer.Here.Id, name, form["person"]);
        if (meant.One is not { } one) form.Refuse("doer", viewer.Words[meant.Namesakes.Count == 0 ? "commitments.wrong.doer" : "commitments.wrong.doer-which"]);
        else if (rung.Circle is { } circle && !await db.Belongs(circle.Id, one.PersonId))
            form.Refuse("doer", viewer.Words.Say("commitments.wrong.doer-outside", ("name", one.Name), ("circle", circle.Name)));
        else return new Id<Actor>(one.ActorId);
        return null;
    }

    /// <summary>A member or a circle where the words name one, and else whatever they say.</summary>
    public static async Task<ToWhom> To(Form form, Db db, Viewer viewer, Rung? rung)
    {
        var to = form.Line("to-whom", Commitment.LongestTo, viewer.Words["commitments.wrong.to-long"]);
        if (to.Length is 0 or > Commitment.LongestTo) return ToWhom.Nobody;
        if (await db.MembersCalled(viewer.Here.Id, to, 2) is [var one])
        {
            if (rung?.Circle is { } within && !await db.Belongs(within.Id, one.PersonId)) form.Refuse("to-whom", viewer.Words.Say("commitments.wrong.to-outside", ("name", one.Name), ("circle", within.Name)));
            return new ToWhom(Actor: new Id<Actor>(one.ActorId));
        }
        var circles = await db.CirclesIn(viewer.Me, viewer.Here);
        if (circles.FirstOrDefault(c => Folded.Of(c.Name) == Folded.Of(to)) is not { } circle) return new ToWhom(Words: to);
        if (rung?.Circle is { } other && other.Id != circle.Id) form.Refuse("to-whom", viewer.Words.Say("commitments.wrong.to-outside", ("name", circle.Name), ("circle", other.Name)));
        return new ToWhom(Circle: circle.Id);
    }
}
