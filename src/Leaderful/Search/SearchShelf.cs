using Leaderful.Data;

namespace Leaderful.Search;

/// <summary>
/// PostgreSQL's index knows no order: it gives all that has a word, and opening all that has a common one is most of the work.
/// So entries stand on shelves there, one after the other as they come, and their marks say on which. A search opens the latest
/// shelf first and stops when it has enough. FTS5 gives the latest first by itself.
/// </summary>
public static class SearchShelf
{
    public const int Entries = 16_384;

    /// <summary>Where what is entered now is put. What is entered at the same time may stand a shelf further back, which nobody notices.</summary>
    internal static async Task<int> LatestShelf(this Db db) =>
        (int)((await db.Ask($"""SELECT COALESCE(MAX("Number"), 0) FROM search_entries""", row => row.Long(0)))[0] / Entries);
}
