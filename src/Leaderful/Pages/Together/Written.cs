using Leaderful.Data;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>What stands on a page up to a row of its log, as one Yjs update.</summary>
public sealed record Written(long UpTo, ReadOnlyMemory<byte> Bytes)
{
    public static readonly Written Nothing = new(0, YUpdate.Empty);

    private StateVector? state;

    /// <summary>What somebody has who has read it.</summary>
    public StateVector State => state ??= YUpdate.StateVectorOf(Bytes.Span);
}

public static class ReadingPages
{
    /// <summary>All that is kept by now.</summary>
    public static async Task<Written> Written(this Db db, Id<Page> id)
    {
        var from = await db.State(id) ?? Together.Written.Nothing;
        return from.With(await db.Rows(id, $"""AND "Number" > {from.UpTo} ORDER BY "Number" """));
    }

    /// <summary>As it stood once a row of its log was kept.</summary>
    public static async Task<Written> WrittenUpTo(this Db db, Id<Page> id, long number) =>
        Together.Written.Nothing.With(await db.Rows(id, $"""AND "Number" <= {number} ORDER BY "Number" """));

    /// <summary>The rows after one, in their order.</summary>
    public static Task<List<Written>> RowsAfter(this Db db, Id<Page> id, long number, int most) =>
        db.Rows(id, $"""AND "Number" > {number} ORDER BY "Number" LIMIT {most}""");

    /// <summary>The pages whose state is behind their log.</summary>
    public static Task<List<Id<Page>>> Lacking(this Db db, Sql which) => db.Ask($"""
        SELECT p."Id" FROM pages p WHERE {which} AND p."Head" > COALESCE((SELECT s."UpTo" FROM page_states s WHERE s."PageId" = p."Id"), 0)
        """, row => row.Id<Page>(0));

    private static Task<List<Written>> Rows(this Db db, Id<Page> id, Sql which) =>
        db.Ask($"""SELECT "Number", "Bytes" FROM page_updates WHERE "PageId" = {id} {which}""", row => new Written(row.Long(0), row.Bytes(1)));

    private static async Task<Written?> State(this Db db, Id<Page> id) => (await db.Ask($"""
        SELECT "UpTo", "Bytes" FROM page_states WHERE "PageId" = {id}
        """, row => new Written(row.Long(0), row.Bytes(1)))).FirstOrDefault();

    /// <summary>With the rows after it.</summary>
    public static Written With(this Written from, IReadOnlyList<Written> rows) =>
        rows.Count == 0 ? from : new Written(rows[^1].UpTo, YUpdate.Merge([from.Bytes, .. rows.Select(r => r.Bytes)]));
}
