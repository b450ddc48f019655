using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

public static class DraftQueries
{
    /// <summary>Everything somebody began and has not sent.</summary>
    public static IQueryable<Draft> UnsentBy(this Db db, Session me)
    {
        var person = me.PersonId;
        return db.The<Draft>().Where(d => d.PersonId == person && d.DeletedAt == null && !db.The<Thing>().Any(t => t.Id == d.Becomes));
    }

    /// <summary>
    /// What is kept for a form: the draft in its field, and others beside it. Without a choice that is the one gone on with,
    /// unless what it changes was changed since: then it is only offered.
    /// </summary>
    public static async Task<DraftsShown?> DraftsAt(this Db db, Viewer viewer, DraftPlace place, string? chosen = null, DateTime? changed = null)
    {
        var kept = await db.UnsentBy(viewer.Me).Where(d => d.Subject == place.Subject && d.CommunityId == place.Community).OrderByDescending(d => d.KeptAt).ToListAsync();
        kept.RemoveAll(d => d.Kind == DraftKind.Edit && d.Text.Trim() == place.Before.Trim());
        if (kept.Count == 0) return null;
        var wanted = kept.Find(d => d.Id.ToString() == chosen);
        var shown = wanted ?? kept.Find(d => d.IsGoneOnWith && (changed is null || d.KeptAt > changed));
        return new DraftsShown(place, shown, [.. kept.Where(d => d != shown)]) { IsChosen = wanted is not null };
    }
}
