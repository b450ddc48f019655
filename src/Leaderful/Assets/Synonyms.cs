using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets;

/// <summary>A community says which words mean nearly the same to it.</summary>
public static class Synonyms
{
    public static async Task<List<SameWords>> SynonymsIn(this Db db, Id<Community> community) =>
        [.. (await db.Ask($"""SELECT g."Words" FROM asset_synonyms g WHERE g."CommunityId" = {community} AND g."TakenDownAt" IS NULL ORDER BY g."At" """, row => row.Text(0))).Select(SameWords.Of)];

    public static Task<List<SynonymGroup>> SynonymGroupsIn(this Db db, Id<Community> community) =>
        db.The<SynonymGroup>().AsNoTracking().Where(g => g.CommunityId == community && g.TakenDownAt == null).OrderBy(g => g.Words).ThenBy(g => g.Id).ToListAsync();

    /// <summary>Whoever added it, and those who tend the community.</summary>
    public static async Task<SynonymGroup?> SynonymsToMend(this Db db, Viewer viewer, Id<SynonymGroup> id, bool isDown = false) =>
        await db.The<SynonymGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.CommunityId == viewer.Here.Id && (g.TakenDownAt != null) == isDown) is { } group
        && (group.ById == viewer.Me.ActorId || viewer.Here.IsSteward) ? group : null;

    /// <summary>Nothing where there are too many already.</summary>
    public static async Task<Id<SynonymGroup>?> AddSynonyms(this Unit unit, Id<Actor> by, Id<Community> community, string words, Id<SynonymGroup>? insteadOf = null)
    {
        await unit.Hold(community);
        if (await unit.Db.The<SynonymGroup>().CountAsync(g => g.CommunityId == community && g.TakenDownAt == null) >= SynonymGroup.Most) return null;
        var group = new SynonymGroup { Id = Id<SynonymGroup>.New(), CommunityId = community, Words = words, ById = by, At = unit.Now, InsteadOfId = insteadOf };
        unit.Db.Add(group);
        unit.Journal(by, "synonyms.added", group.Id.Value, community, inverse: "synonyms.taken-down");
        return group.Id;
    }

    public static async Task<bool> MendSynonyms(this Unit unit, Id<Actor> by, Id<SynonymGroup> id, string words)
    {
        if (await unit.Standing(id) is not { } old) return false;
        old.TakeDown(by, unit.Now);
        await unit.Db.SaveChangesAsync();
        return await unit.AddSynonyms(by, old.CommunityId, words, id) is not null;
    }

    public static async Task<bool> TakeDownSynonyms(this Unit unit, Id<Actor> by, Id<SynonymGroup> id)
    {
        if (await unit.Standing(id) is not { } group) return false;
        group.TakeDown(by, unit.Now);
        unit.Journal(by, "synonyms.taken-down", id.Value, group.CommunityId, inverse: "synonyms.put-back");
        return true;
    }

    /// <summary>Within the hour, by whoever took it down; what stands in its place goes.</summary>
    public static async Task<bool> PutBackSynonyms(this Unit unit, Id<Actor> by, Id<SynonymGroup> id)
    {
        var since = unit.Now - Undo.Window;
        if (await unit.Db.The<SynonymGroup>().AsTracking().SingleOrDefaultAsync(g => g.Id == id && g.TakenDownById == by && g.TakenDownAt > since) is not { } group) return false;
        await unit.Hold(group.CommunityId);
        foreach (var other in await unit.Db.The<SynonymGroup>().AsTracking().Where(g => g.InsteadOfId == id && g.TakenDownAt == null).ToListAsync()) other.TakeDown(by, unit.Now);
        group.PutBack();
        unit.Journal(by, "synonyms.put-back", id.Value, group.CommunityId, inverse: "synonyms.taken-down");
        return true;
    }

    private static Task<SynonymGroup?> Standing(this Unit unit, Id<SynonymGroup> id) =>
        unit.Db.The<SynonymGroup>().AsTracking().SingleOrDefaultAsync(g => g.Id == id && g.TakenDownAt == null);
}
