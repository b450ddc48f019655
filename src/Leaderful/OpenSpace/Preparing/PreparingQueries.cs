using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

public static class PreparingQueries
{
    /// <summary>Sponsors, facilitators, scribes; those first who were given it first.</summary>
    public static async Task<List<PartHolder>> HoldersOf(this Db db, Id<Space> space) =>
        [.. (await (
            from r in db.The<SpaceRole>()
            join a in db.The<Actor>() on r.ActorId equals a.Id
            where r.SpaceId == space && r.LeftAt == null
            orderby r.Id
            select new PartHolder(r.Part, a.Id, a.PersonId, a.Name)).ToListAsync()).OrderBy(h => h.Part)];

    public static async Task<List<WrittenAnswer>> AnswersOf(this Db db, Id<Space> space) =>
        [.. (await (
            from x in db.The<PreparingAnswer>()
            join a in db.The<Actor>() on x.WrittenById equals a.Id
            where x.SpaceId == space
            orderby x.Id
            select new { x, a.Name }).AsNoTracking().ToListAsync()).Select(w => new WrittenAnswer(w.x, w.Name))];

    public static async Task<Dictionary<string, (ChecklistTick Tick, string By)>> TicksOf(this Db db, Id<Space> space) =>
        (await (
            from t in db.The<ChecklistTick>()
            join a in db.The<Actor>() on t.TickedById equals a.Id
            where t.SpaceId == space
            select new { t, a.Name }).AsNoTracking().ToListAsync()).ToDictionary(t => t.t.Key, t => (t.t, t.Name), StringComparer.Ordinal);

    /// <summary>Answers to what is not asked any more, each under the question as it was.</summary>
    public static async Task<List<(AskedPrompt, WrittenAnswer)>> FormerAnswers(this Db db, IReadOnlyList<WrittenAnswer> answers, AskedSet asked, Tongue tongue)
    {
        var former = new List<(AskedPrompt, WrittenAnswer)>();
        foreach (var set in answers.Where(a => a.It.Text.Length > 0 && asked.Prompts.All(p => p.Key != a.It.Key)).GroupBy(a => a.It.SetId))
        {
            var then = await db.PromptsOf(set.Key, HousePrompts.Preparing, tongue);
            former.AddRange(set.Select(a => (then.Prompts.FirstOrDefault(p => p.Key == a.It.Key), a)).Where(p => p.Item1 is not null).Select(p => (p.Item1!, p.a)));
        }
        return former;
    }
}
