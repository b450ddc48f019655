using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class PreparingForm
{
    private const int MostYears = 100;

    /// <summary>
    /// What somebody has typed goes back into its field whatever was written there since, together with the version it went on from; so
    /// they are told when they send it, and nothing is lost. Once told, the version is the page's own and comes from no draft.
    /// </summary>
    public const string Ever = "2000-01-01T00:00:00Z";

    /// <summary>A day that is not over, or the one it had; none where the field is empty.</summary>
    public static DateOnly? DayToCome(Form form, string name, Words words, DateTime now, DateOnly? had = null)
    {
        if (form[name].Length == 0) return null;
        if (DayWords.Read(form[name]) is not { } day || day.Year > now.Year + MostYears) form.Refuse(name, words["preparing.wrong.day"]);
        else if (Day.IsOver(day, now) && day != had) form.Refuse(name, words["preparing.wrong.day-past"]);
        else return day;
        return null;
    }

    /// <summary>Whether they see the gathering at all: what a circle keeps to itself is for the circle.</summary>
    public static async Task<bool> IsAmong(Db db, Viewer viewer, SpaceHead head, Id<Person> person) =>
        viewer.Me.Circles.FirstOrDefault(c => c.ScopeId == head.ScopeId) is not { } circle
        || await db.Belongs(circle.Id, person);
}
