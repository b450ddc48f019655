using Leaderful.Accounts;
using Leaderful.Communities;
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
               c."PinnedAt", c."FeaturedAt", c."ClosedAt", c."ClosedById", c."AboutId", c."SpokenOfAt", c."IsBeside"
        FROM conversations c JOIN things t ON t."Id" = c."Id"
        WHERE c."Id" = @id
        """;

    /// <summary>The conversation as <paramref name="reader"/> finds it, whoever may read it; null where there is none.</summary>
    public static async Task<ConversationHead?> Head(this Db db, Id<Conversation> id, Id<Person> reader)
    {
        await using var open = await db.Open();
        await using var asking = db.Statement(Sql, s => s.Want("@id", "@reader"));
        asking.Fill(db.Raw(id.Value), db.Raw(reader.Value));
        await using var rows = await asking.ExecuteReaderAsync();
        return await rows.ReadAsync() ? Read(id, new SqlRow(db, rows)) : null;
    }

    private static ConversationHead Read(Id<Conversation> id, SqlRow row) => new(
        id, row.Id<Community>(0), row.Id<Scope>(1), row.Id<Actor>(2), row.Text(3), row.Number(4), row.Number(5), row.Long(6), row.Time(7),
        row.TimeOrNone(8), row.IdOrNone<Actor>(9), row.IsNone(10) ? 0 : row.Number(10), row.IsNone(11) ? null : Enum.Parse<FollowLevel>(row.Text(11)))
    {
        HasDraft = row.Is(12),
        PinnedAt = row.TimeOrNone(13), FeaturedAt = row.TimeOrNone(14), ClosedAt = row.TimeOrNone(15),
        ClosedById = row.IdOrNone<Actor>(16), AboutId = row.IdOrNone<Thing>(17), SpokenOfAt = row.TimeOrNone(18), IsBeside = row.Is(19),
    };
}
