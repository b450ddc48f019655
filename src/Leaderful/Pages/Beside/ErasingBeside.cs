using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Beside;

/// <summary>What others speak of beside a page is told in its words: those go as well, where they are erased from it.</summary>
internal static class ErasingBeside
{
    private const string Nothing = "…";

    public static async Task<IReadOnlyList<PassageBefore>> PassagesOn(this Db db, Id<Page> page, YDoc doc) =>
        [.. (await db.The<Passage>().Where(p => p.PageId == page && p.Quote != "").ToListAsync())
            .Select(p => new PassageBefore(p, PassagePlace.Find(doc, p.Start, p.End)?.Words == p.Quote))];

    /// <param name="doc">The page without the words.</param>
    /// <param name="hands">The clients they were written with.</param>
    public static async Task EraseQuotes(this Unit unit, IReadOnlyList<PassageBefore> passages, YDoc doc, IReadOnlySet<long> hands)
    {
        foreach (var before in passages)
        {
            var (id, quote) = (before.Passage.ConversationId, Left(before, doc, hands));
            if (quote == before.Passage.Quote) continue;
            await unit.Db.The<Passage>().Where(p => p.ConversationId == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Quote, quote));
            await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, PassageWords.TitleOf(quote)));
            await unit.ChangedBeside(id);
            unit.Reindex(id.As<Thing>());
        }
    }

    /// <summary>Where a passage no longer stands as it was, only its ends tell whose words they were.</summary>
    private static string Left(PassageBefore before, YDoc doc, IReadOnlySet<long> hands)
    {
        var (passage, stood) = before;
        if (stood) return PassagePlace.Find(doc, passage.Start, passage.End)?.Words is { } words && !string.IsNullOrWhiteSpace(words) ? words : Nothing;
        return IsBy(hands, passage.Start) || IsBy(hands, passage.End) ? Nothing : passage.Quote;
    }

    private static bool IsBy(IReadOnlySet<long> hands, byte[] place) => RelativePosition.Decode(place).Item is { } item && hands.Contains(item.Client);
}

/// <summary>A passage, and whether its words stand on the page as they were when somebody began to speak of them.</summary>
internal sealed record PassageBefore(Passage Passage, bool Stands);
