using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>A page without what is written on it, as one reader finds it.</summary>
public sealed record PageHead(
    Id<Page> Id, Id<Community> CommunityId, Id<Scope> ScopeId, Id<Actor> AuthorId, string Title, Id<Thing>? AboutId, long Head, DateTime BegunAt)
{
    public DateTime? WrittenAt { get; init; }
    public string Reason { get; init; } = "";
    public DateTime? TemplateAt { get; init; }
    public DateTime? WelcomeAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public DateTime? DeletedAt { get; init; }
    public Id<Actor>? DeletedById { get; init; }
    public long Beside { get; init; }
}

/// <summary>The one door to pages. Whoever reads one may write on it, unless it is closed; what may not be read is not there.</summary>
public static class PageAccess
{
    public static async Task<PageHead?> ForReading(Db db, Viewer viewer, Id<Page> id) =>
        await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<PageHead?> ForWriting(Db db, Viewer viewer, Id<Page> id) =>
        await ForReading(db, viewer, id) is { ClosedAt: null } found ? found : null;

    /// <summary>Its author, and those who tend the community.</summary>
    public static async Task<PageHead?> ForTending(Db db, Viewer viewer, Id<Page> id) =>
        await ForReading(db, viewer, id) is { } found && MayTend(viewer, found) ? found : null;

    /// <summary>Who took it down; and a steward what a steward took down.</summary>
    public static async Task<PageHead?> ForPuttingBack(Db db, Viewer viewer, Id<Page> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found
        && (viewer.Me.ActorId == found.DeletedById || (viewer.Here.IsSteward && found.AuthorId != found.DeletedById)) ? found : null;

    /// <summary>For whoever follows it live, wherever in the house they are.</summary>
    public static async Task<PageHead?> ForFollowing(Db db, Reader reader, Id<Page> id, DateTime now) =>
        await db.Head(id) is { DeletedAt: null } found && await MayFollow(db, reader, found, now) ? reader is RoomGuest guest ? await db.ForGuest(found, guest, now) : found : null;

    private static async Task<bool> MayFollow(Db db, Reader reader, PageHead page, DateTime now) => reader switch
    {
        Session me => AgreementGate.LetsRead(me, page.CommunityId, page.ScopeId, now),
        RoomGuest guest => page.AboutId is { } about && await db.IsInRoom(about, guest),
        _ => false,
    };

    /// <summary>The page a session's report is written on, for whoever was let in to the session.</summary>
    public static async Task<PageHead?> OfReport(Db db, Id<Page> id) => await db.Head(id) is { DeletedAt: null } found ? found : null;

    public static bool MayTend(Viewer viewer, PageHead page) => viewer.Here.IsSteward || viewer.Me.ActorId == page.AuthorId;

    private static async Task<PageHead?> Find(Db db, Viewer viewer, Id<Page> id) =>
        await db.Head(id) is { } found && found.CommunityId == viewer.Here.Id && viewer.Me.Scopes.Contains(found.ScopeId) ? found : null;

    private static async Task<PageHead?> Head(this Db db, Id<Page> id) => (await db.Ask($"""
        SELECT p."CommunityId", t."ScopeId", t."AuthorId", p."Title", p."AboutId", p."Head", t."CreatedAt", p."WrittenAt", p."ClosedAt", t."DeletedAt", t."DeletedById", p."Reason", p."TemplateAt", p."WelcomeAt", p."Beside"
        FROM pages p JOIN things t ON t."Id" = p."Id" WHERE p."Id" = {id}
        """, row => new PageHead(id, row.Id<Community>(0), row.Id<Scope>(1), row.Id<Actor>(2), row.Text(3), row.IdOrNone<Thing>(4), row.Long(5), row.Time(6))
        {
            WrittenAt = row.TimeOrNone(7), ClosedAt = row.TimeOrNone(8), DeletedAt = row.TimeOrNone(9), DeletedById = row.IdOrNone<Actor>(10), Reason = row.Text(11),
            TemplateAt = row.TimeOrNone(12), WelcomeAt = row.TimeOrNone(13), Beside = row.Long(14),
        })).FirstOrDefault();
}
