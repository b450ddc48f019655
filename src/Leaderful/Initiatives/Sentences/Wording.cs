using Leaderful.Data;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives.Sentences;

/// <summary>A wording with who wrote it.</summary>
public sealed record WrittenSentence(int Number, OrganizingSentence Sentence, string By, DateTime At);

public static class Wording
{
    /// <summary>
    /// The next wording, where the one seen is still the latest; 0 is that there was none. What says the same as the latest is no other wording.
    /// </summary>
    public static async Task<bool> WordSentence(this Unit unit, Id<Actor> by, Id<Initiative> id, OrganizingSentence sentence, int seen)
    {
        var initiative = await unit.HoldInitiative(id);
        var latest = await unit.Db.The<SentenceVersion>().Where(s => s.InitiativeId == id).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        if ((latest?.Number ?? 0) != seen) return false;
        if (latest?.Sentence == sentence) return true;
        unit.Db.Add(new SentenceVersion
        {
            InitiativeId = id, Number = seen + 1, CommunityId = initiative.CommunityId, Who = sentence.Who, What = sentence.What, How = sentence.How, Why = sentence.Why, When = sentence.When, ById = by, At = unit.Now,
        });
        unit.Journal(by, "initiative.sentence-worded", id.Value, initiative.CommunityId);
        unit.Reindex(id.As<Thing>());
        return true;
    }

    /// <summary>What it holds to now; nothing where no sentence was found yet.</summary>
    public static async Task<WrittenSentence?> SentenceOf(this Db db, Id<Initiative> id) => (await db.Wordings(id).Take(1).ToListAsync()) is [var (it, by)] ? new(it.Number, it.Sentence, by, it.At) : null;

    /// <summary>Every wording, the latest first.</summary>
    public static async Task<IReadOnlyList<WrittenSentence>> SentencesOf(this Db db, Id<Initiative> id) =>
        [.. (await db.Wordings(id).ToListAsync()).Select(w => new WrittenSentence(w.It.Number, w.It.Sentence, w.By, w.It.At))];

    internal static async Task<Dictionary<Id<Initiative>, OrganizingSentence>> SentencesNow(this Db db, IReadOnlyCollection<Id<Initiative>> ids) => (await db.The<SentenceVersion>().AsNoTracking()
        .Where(s => ids.Contains(s.InitiativeId) && !db.The<SentenceVersion>().Any(n => n.InitiativeId == s.InitiativeId && n.Number > s.Number)).ToListAsync()).ToDictionary(s => s.InitiativeId, s => s.Sentence);

    private sealed record Worded(SentenceVersion It, string By);

    private static IQueryable<Worded> Wordings(this Db db, Id<Initiative> id) => (
        from s in db.The<SentenceVersion>()
        join a in db.The<Actor>() on s.ById equals a.Id
        where s.InitiativeId == id
        orderby s.Number descending
        select new Worded(s, a.Name)).AsNoTracking();
}
