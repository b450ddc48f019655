using System.Data.Common;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Following;

namespace Leaderful.Conversations;

/// <summary>The first question of every page and every reply, so it is asked plainly: through EF it was a tenth of both.</summary>
public static class FindingHead
{
    private const string Sql = """
        SELECT c."CommunityId", t."ScopeId", t."AuthorId", c."Title", c."PostCount", c."TakenDown", c."Version",
               t."CreatedAt", t."DeletedAt", t."DeletedById",
               (SELECT "UpTo" FROM read_marks WHERE "PersonId" = @reader AND "ConversationId" = @id),
               (SELECT "Level" FROM follows WHERE "PersonId" = @reader AND "ThingId" = @id),
               EXISTS (SELECT 1 FROM drafts WHERE "PersonId" = @reader AND "CommunityId" = c."CommunityId" AND "Subject" = @id AND "DeletedAt" IS NULL),
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
        row.ReadTimeOrNone(8), row.IsDBNull(9) ? null : new Id<Actor>(db.ReadId(row, 9)), row.IsDBNull(10) ? 0 : row.GetInt32(10),
        row.IsDBNull(11) ? null : Enum.Parse<FollowLevel>(row.GetString(11)))
    {
        HasDraft = row.GetBoolean(12),
        PinnedAt = row.ReadTimeOrNone(13), FeaturedAt = row.ReadTimeOrNone(14), ClosedAt = row.ReadTimeOrNone(15),
        ClosedById = row.IsDBNull(16) ? null : new Id<Actor>(db.ReadId(row, 16)), AboutId = row.IsDBNull(17) ? null : new Id<Thing>(db.ReadId(row, 17)),
        SpokenOfAt = row.ReadTimeOrNone(18),
    };
}
