using Leaderful.Data;

namespace Leaderful.Pages.Together;

/// <summary>Writes the rows of the log, in plain statements: each takes the next number of its page in the same moment.</summary>
internal static class PageLogRows
{
    private const string SqliteHead = """UPDATE pages SET "Head" = "Head" + 1, "WrittenAt" = @at WHERE "Id" = @page RETURNING "Head" """;

    private const string SqliteRow = """
        INSERT INTO page_updates ("PageId", "Number", "CommunityId", "At", "Bytes") VALUES (@page, @number, @community, @at, @bytes)
        """;

    private const string SqliteWriter = """
        INSERT INTO page_writers ("PageId", "Client", "CommunityId", "ActorId", "BroughtBackById") VALUES (@page, @client, @community, @actor, @back) ON CONFLICT DO NOTHING
        """;

    /// <summary>Pages are held in the order of their ids, so that two nodes never wait for each other.</summary>
    private const string PostgresRows = """
        WITH said AS (SELECT * FROM unnest(@pages, @bytes) AS s (page, bytes)),
             held AS (SELECT p."Id" FROM pages p WHERE p."Id" = ANY (@pages) ORDER BY p."Id" FOR UPDATE),
             heads AS (UPDATE pages p SET "Head" = p."Head" + 1, "WrittenAt" = @at FROM held WHERE p."Id" = held."Id" RETURNING p."Id", p."Head", p."CommunityId")
        INSERT INTO page_updates ("PageId", "Number", "CommunityId", "At", "Bytes")
        SELECT h."Id", h."Head", h."CommunityId", @at, s.bytes FROM heads h JOIN said s ON s.page = h."Id" RETURNING "PageId", "Number"
        """;

    private const string PostgresWriters = """
        INSERT INTO page_writers ("PageId", "Client", "CommunityId", "ActorId", "BroughtBackById")
        SELECT * FROM unnest(@pages, @clients, @communities, @actors, @backs) ON CONFLICT DO NOTHING
        """;

    /// <summary>The number each page's row was given; a page that is no more has none.</summary>
    public static async Task<IReadOnlyDictionary<Id<Page>, long>> Log(this Unit unit, IReadOnlyList<Batch> batches)
    {
        var kept = new Dictionary<Id<Page>, long>(batches.Count);
        if (unit.Db is SqliteDb) foreach (var batch in batches) await unit.LogOne(batch, kept);
        else await unit.LogAll(batches, kept);
        return kept;
    }

    private static async Task LogOne(this Unit unit, Batch batch, Dictionary<Id<Page>, long> kept)
    {
        var (db, room) = (unit.Db, batch.Room);
        var (page, community, at) = (db.Raw(room.Id.Value), db.Raw(room.Community.Value), UtcMicroseconds.Cut(unit.Now));
        await using var head = db.Statement(SqliteHead, s => s.Want("@page", "@at"));
        head.Fill(page, at);
        if (await head.ExecuteScalarAsync() is not long number) return;
        await using var row = db.Statement(SqliteRow, s => s.Want("@page", "@number", "@community", "@at", "@bytes"));
        row.Fill(page, number, community, at, batch.Bytes);
        await row.ExecuteNonQueryAsync();
        foreach (var hand in batch.Writers)
        {
            await using var writer = db.Statement(SqliteWriter, s => s.Want("@page", "@client", "@community", "@actor", "@back"));
            writer.Fill(page, hand.Client, community, db.Raw(hand.Of.Value), hand.BroughtBackBy is { } back ? db.Raw(back.Value) : DBNull.Value);
            await writer.ExecuteNonQueryAsync();
        }
        kept[room.Id] = number;
    }

    private static async Task LogAll(this Unit unit, IReadOnlyList<Batch> batches, Dictionary<Id<Page>, long> kept)
    {
        await using (var rows = unit.Db.Statement(PostgresRows))
        {
            rows.Give("@pages", batches.Select(b => b.Room.Id.Value).ToArray());
            rows.Give("@bytes", batches.Select(b => b.Bytes).ToArray());
            rows.Give("@at", UtcMicroseconds.Cut(unit.Now));
            await using var numbers = await rows.ExecuteReaderAsync();
            while (await numbers.ReadAsync()) kept[new Id<Page>(numbers.GetGuid(0))] = numbers.GetInt64(1);
        }
        foreach (var (page, number) in kept) unit.Tell(Streams.Of(page, number));
        var writers = batches.Where(b => kept.ContainsKey(b.Room.Id)).SelectMany(b => b.Writers.Select(w => (b.Room, Hand: w))).ToList();
        if (writers.Count == 0) return;
        await using var inserting = unit.Db.Statement(PostgresWriters);
        inserting.Give("@pages", writers.Select(w => w.Room.Id.Value).ToArray());
        inserting.Give("@clients", writers.Select(w => w.Hand.Client).ToArray());
        inserting.Give("@communities", writers.Select(w => w.Room.Community.Value).ToArray());
        inserting.Give("@actors", writers.Select(w => w.Hand.Of.Value).ToArray());
        inserting.Give("@backs", writers.Select(w => w.Hand.BroughtBackBy?.Value).ToArray());
        await inserting.ExecuteNonQueryAsync();
    }
}
