using System.Data.Common;
using Leaderful.Accounts;
using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>The first question of every page and every reply, so it is asked plainly: through EF it was a tenth of both.</summary>
public static class FindingHead
{
    private const string Sql = """
        SELECT c."CommunityId", t."ScopeId", t."AuthorId", c."Title", c."PostCount", c."TakenDown", c."Version",
               t."CreatedAt", t."DeletedAt", t."DeletedById",
               (SELECT "UpTo" FROM read_marks WHERE "PersonId" = @reader AND "ConversationId" = @id),
               c."PinnedAt", c."FeaturedAt", c."ClosedAt", c."ClosedById", c."AboutId", c."SpokenOfAt"
        FROM conversations c JOIN things t ON t."Id" = c."Id"
        WHERE c."Id" = @id
        """;

    /// <summary>The conversation as <paramref name="reader"/> finds it, whoever may read it; null where there is none.</summary>
    public static async Task<ConversationHead?> Head(this Db db, Id<Conversation> id, Id<Person> reader)
    {
        await db.Open();
        await using var asking = db.Statement(Sql, s => s.Want("@id", "@reader"));
        asking.Fill(db.Raw(id.Value), db.Raw(reader.Value));
        await using var row = await asking.ExecuteReaderAsync();
        return await row.ReadAsync() ? Read(db, id, row) : null;
    }

    private static ConversationHead Read(Db db, Id<Conversation> id, DbDataReader row) => new(
        id, new(db.ReadId(row, 0)), new(db.ReadId(row, 1)), new(db.ReadId(row, 2)), row.GetString(3),
        row.GetInt32(4), row.GetInt32(5), row.GetInt64(6), row.ReadTime(7),
        row.ReadTimeOrNone(8), row.IsDBNull(9) ? null : new Id<Actor>(db.ReadId(row, 9)), row.IsDBNull(10) ? 0 : row.GetInt32(10))
    {
        PinnedAt = row.ReadTimeOrNone(11), FeaturedAt = row.ReadTimeOrNone(12), ClosedAt = row.ReadTimeOrNone(13),
        ClosedById = row.IsDBNull(14) ? null : new Id<Actor>(db.ReadId(row, 14)), AboutId = row.IsDBNull(15) ? null : new Id<Thing>(db.ReadId(row, 15)),
        SpokenOfAt = row.ReadTimeOrNone(16),
    };
}
