using System.Numerics;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.People;
using Leaderful.Search;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets;

/// <summary>A line of somebody's portrait that was found, its words marked, and the other words it was found by.</summary>
public sealed record FoundAsset(ShownEntry Entry, MarkupString Words, IReadOnlyList<string> Also);

/// <summary>Somebody with what of theirs was found.</summary>
public sealed record AssetHolder(Id<Person> PersonId, Guid ActorId, string Name, Id<Attachment>? Photo, IReadOnlyList<FoundAsset> Assets);

/// <summary>Who has it, and who is looking for the same.</summary>
public sealed record FoundAssets(IReadOnlyList<AssetHolder> Helping, IReadOnlyList<AssetHolder> Looking);

/// <summary>
/// Who offers what somebody needs, in two questions: which entries have the words, and what those say. Nobody is placed before others for being
/// asked for often: what has more of the words comes first, and then what was said last.
/// </summary>
public static class AssetQueries
{
    private const int MostWeighed = 2_000;
    private const int MostHelping = 40;
    private const int MostLooking = 12;
    private const int MostLately = 12;

    public static async Task<FoundAssets> WhoCanHelp(this Db db, Viewer viewer, DateTime now, Need need)
    {
        if (need.IsEmpty) return new([], []);
        var place = SearchPlace.Of(viewer.Me, viewer.Here, now);
        var found = await db.Weighed(viewer, place.Scopes, need);
        List<(Id<PortraitEntry> Id, bool IsNeed, long Found)> best = [
            .. found.Where(f => !f.IsNeed).OrderByDescending(f => need.Score(f.Found)).Take(MostHelping), .. found.Where(f => f.IsNeed).OrderByDescending(f => need.Score(f.Found)).Take(MostLooking)];
        return await db.Shown(viewer, place.Scopes, best, need);
    }

    /// <summary>What was offered last, where nobody looks for anything yet.</summary>
    public static async Task<IReadOnlyList<AssetHolder>> LatelyOffered(this Db db, Viewer viewer, DateTime now)
    {
        var scopes = SearchPlace.Of(viewer.Me, viewer.Here, now).Scopes;
        var ids = await db.Ask($"""
            SELECT e."Id" FROM portrait_entries e WHERE e."ScopeId" IN {scopes} AND e."Facet" = {nameof(Facet.Offer)} AND e."PersonId" <> {viewer.Me.PersonId} AND {IsHere(viewer)}
            ORDER BY e."Id" DESC LIMIT {MostLately}
            """, row => row.Id<PortraitEntry>(0));
        return (await db.Shown(viewer, scopes, ids.ConvertAll(id => (id, false, 0L)), null)).Helping;
    }

    /// <summary>
    /// Entries with some of the words, the latest first, each with which of the beginnings are in it, as a sum of their bits. A word begins so
    /// where it lies between the beginning and the beginning with the last that could be behind it.
    /// </summary>
    private static Task<List<(Id<PortraitEntry> Id, bool IsNeed, long Found)>> Weighed(this Db db, Viewer viewer, IReadOnlyList<Id<Scope>> scopes, Need need) => db.Ask($"""
        WITH v("From", "To", "Bit") AS (VALUES {Spans(need)})
        SELECT e."EntryId", e."IsNeed", CAST(SUM(DISTINCT v."Bit") AS bigint) FROM v CROSS JOIN asset_words e
        WHERE e."ScopeId" IN {scopes} AND e."Word" >= v."From" AND e."Word" < v."To" AND e."PersonId" <> {viewer.Me.PersonId} AND {IsHere(viewer)}
        GROUP BY e."EntryId", e."IsNeed" ORDER BY e."EntryId" DESC LIMIT {MostWeighed}
        """, row => (row.Id<PortraitEntry>(0), row.Is(1), row.Long(2)));

    /// <summary>They come in few lengths, the last repeated, so that databases know the statement again.</summary>
    private static Sql Spans(Need need)
    {
        var all = need.Beginnings.SelectMany((b, i) => b.Forms.Select(f => Span(f, b.IsWhole ? (byte)0 : (byte)0xFF, 1L << i))).ToList();
        while (!BitOperations.IsPow2(all.Count)) all.Add(all[^1]);
        return all.Aggregate((one, other) => $"{one}, {other}");
    }

    private static Sql Span(string word, byte end, long bit)
    {
        var from = Encoding.UTF8.GetBytes(word);
        return $"({from}, {(byte[])[.. from, end]}, {bit})";
    }

    /// <summary>Whoever <c>e</c> is of belongs here, and is nobody whom this reader would rather not read.</summary>
    private static Sql IsHere(Viewer viewer)
    {
        Sql here = $"""EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = {viewer.Here.Id} AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL)""";
        return viewer.Me.SetAside.Any(a => a.In == viewer.Here.Id)
            ? $"""{here} AND NOT EXISTS (SELECT 1 FROM set_aside s JOIN people o ON o."ActorId" = s."OtherId" WHERE s."PersonId" = {viewer.Me.PersonId} AND s."CommunityId" = {viewer.Here.Id} AND o."Id" = e."PersonId")""" : here;
    }

    private static async Task<FoundAssets> Shown(this Db db, Viewer viewer, IReadOnlyList<Id<Scope>> scopes, List<(Id<PortraitEntry> Id, bool IsNeed, long Found)> best, Need? need)
    {
        if (best.Count == 0) return new([], []);
        var rows = (await db.Ask($"""
            SELECT {Portrait.Columns}, a."Id", a."Name", {Photos.Of(scopes)} FROM portrait_entries e
            JOIN things t ON t."Id" = e."Id" JOIN people p ON p."Id" = e."PersonId" JOIN actors a ON a."Id" = p."ActorId"
            JOIN memberships m ON m."CommunityId" = {viewer.Here.Id} AND m."PersonId" = e."PersonId"
            WHERE e."Id" IN {best.ConvertAll(b => b.Id)} AND {Portrait.IsSeen(scopes)}
            """, row => (Entry: Portrait.Read(row, 0), Actor: row.Id<Actor>(7).Value, Name: row.Text(8), Photo: row.IdOrNone<Attachment>(9)))).ToDictionary(r => r.Entry.Id);
        return new(Of(isNeed: false), Of(isNeed: true));

        List<AssetHolder> Of(bool isNeed) => [.. best.Where(b => b.IsNeed == isNeed && rows.ContainsKey(b.Id)).Select(b => (rows[b.Id], b.Found)).GroupBy(f => f.Item1.Entry.PersonId).Select(g =>
        {
            var one = g.First().Item1;
            return new AssetHolder(g.Key, one.Actor, one.Name, one.Photo, [.. g.OrderBy(f => f.Item1.Entry.Facet).Select(f => Marked(f.Item1.Entry, need, f.Found))]);
        })];
    }

    private static FoundAsset Marked(ShownEntry entry, Need? need, long found) =>
        new(entry, Snippet.Whole(entry.Text, need?.Terms(found) ?? []), need?.Also(found) ?? []);
}
