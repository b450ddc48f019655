using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>The draft a form went on with; only a form of which something is kept names one.</summary>
public sealed record SentDraft(Id<Person> Of, DraftPlace Place, Id<Draft> Stamp, Id<Thing>? Becomes, string Text)
{
    /// <summary>
    /// Null where nothing is kept. A page may be older than what its browser kept of it, as after a reload: then no draft is
    /// named, but where one <paramref name="isKept"/> that says the same, it is what was sent.
    /// </summary>
    public static SentDraft? In(Form form, Session me, DraftPlace place, Id<Thing>? becomes = null, bool isKept = false) =>
        form.Has("draft") && Id<Draft>.TryParse(form["draft"], null, out var stamp) ? new(me.PersonId, place, stamp, becomes, form["text"])
        : isKept ? new(me.PersonId, place, default, becomes, form["text"]) : null;
}

/// <summary>How a draft ends: it is sent, thrown away (and may come back), or goes with its author.</summary>
public static class Closing
{
    /// <summary>
    /// Does <paramref name="write"/>, and with it goes the draft it was. What was typed elsewhere meanwhile stays; what is on
    /// its way while this is sent says by its own id that it is sent.
    /// </summary>
    public static async Task<T> Sent<T>(this Unit unit, SentDraft? draft, Task<T> write)
    {
        var result = await write;
        if (draft is null || result is null or false) return result;
        var (person, subject, stamp, becomes, text) = (draft.Of, draft.Place.Subject, draft.Stamp, draft.Becomes, draft.Text);
        await unit.Db.The<Draft>().Where(d => d.PersonId == person && d.Subject == subject && (d.Stamp == stamp || (becomes != null && d.Becomes == becomes) || d.Text == text)).ExecuteDeleteAsync();
        return result;
    }

    public static async Task ThrowAway(this Unit unit, Id<Draft> id)
    {
        if (await unit.Find(id) is { DeletedAt: null } draft) draft.DeletedAt = unit.Now;
    }

    /// <summary>Where something else was begun meanwhile, it comes back beside it.</summary>
    public static async Task TakeBack(this Unit unit, Id<Draft> id)
    {
        if (await unit.Find(id) is not { DeletedAt: not null } draft) return;
        var isOther = await unit.Db.The<Draft>().AnyAsync(d => d.PersonId == draft.PersonId && d.Subject == draft.Subject && d.AsideAt == null && d.DeletedAt == null);
        draft.DeletedAt = null;
        if (isOther) draft.AsideAt ??= unit.Now;
    }

    public static Task ForgetDrafts(this Unit unit, Id<Person> person) =>
        unit.Db.The<Draft>().Where(d => d.PersonId == person).ExecuteDeleteAsync();

    private static Task<Draft?> Find(this Unit unit, Id<Draft> id) => unit.Db.The<Draft>().AsTracking().SingleOrDefaultAsync(d => d.Id == id);
}
