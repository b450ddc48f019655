using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Prompts;

public static class VersionQueries
{
    /// <summary>The versions of a set, the newest first.</summary>
    internal static Task<List<ListedVersion>> VersionsOf(this Db db, Id<Community> community, string key) =>
        Listed(db, db.The<PromptSet>().Where(s => s.CommunityId == community && s.Key == key)).ToListAsync();

    /// <summary>The newest of each set.</summary>
    internal static Task<List<ListedVersion>> NewestSets(this Db db, Id<Community> community) =>
        Listed(db, db.The<PromptSet>().Where(s => s.CommunityId == community && !db.The<PromptSet>().Any(n => n.CommunityId == community && n.Key == s.Key && n.Number > s.Number))).ToListAsync();

    internal static Task<List<TranslatedInto>> LanguagesOf(this Db db, Id<PromptSet> version) =>
        db.The<PromptTranslation>().Where(t => t.SetId == version).GroupBy(t => t.Language).OrderBy(g => g.Key)
            .Select(g => new TranslatedInto(g.Key, g.Count(), g.Count(t => t.OutdatedAt != null))).ToListAsync();

    private static IQueryable<ListedVersion> Listed(Db db, IQueryable<PromptSet> sets) =>
        from s in sets
        join a in db.The<Actor>() on s.WrittenById equals a.Id
        orderby s.Number descending
        select new ListedVersion(s, a.Name);
}
