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

/// <summary>Whom a name means: one member, several of that name to choose from, or nobody here.</summary>
internal sealed record Meant(Member? One, IReadOnlyList<Member> Namesakes);

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class PreparingForm
{
    private const int MostNamesakes = 20;
    private const int MostNames = 100;
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

    public static async Task<Meant> Somebody(Form form, string name, Db db, Viewer viewer)
    {
        var found = await db.MembersCalled(viewer.Here.Id, Clean.Line(form[name]), MostNamesakes);
        var one = found.Count > 1 ? found.Find(m => m.PersonId.ToString() == form["person"]) : found.FirstOrDefault();
        return new Meant(one, one is null ? found : []);
    }

    /// <summary>Whether they see the gathering at all: what a circle keeps to itself is for the circle.</summary>
    public static async Task<bool> IsAmong(Db db, Viewer viewer, SpaceHead head, Id<Person> person) =>
        viewer.Me.Circles.FirstOrDefault(c => c.ScopeId == head.ScopeId) is not { } circle
        || await db.Belongs(circle.Id, person);

    /// <summary>Some of whom one could name, for whoever types.</summary>
    public static Task<List<string>> Names(Db db, Viewer viewer) => db.MembershipsOf(viewer.Here.Id).Named(db).Select(m => m.Name).Take(MostNames).ToListAsync();
}
