using System.Data.Common;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Leaderful.Mail.Archive;

/// <summary>One batch of an import: made ready outside the transaction, with its blobs on the disk, then placed in one unit.</summary>
public sealed class BatchPlacing(Writes writes, IServiceScopeFactory scopes, MailMaker maker, Blobs blobs)
{
    public async Task<MailImport> Place(MailImport import, Community community, IReadOnlyList<BatchItem> items, DateTime writtenAt, CancellationToken stop)
    {
        try
        {
            return await Once(import, community, items, writtenAt, stop);
        }
        catch (Exception failure) when (IsOfTheMails(failure))
        {
            // One mail that the database will not take must not keep the others out: it is found by halves and listed.
            if (items.Count == 1) return await Once(import, community, [items[0].Failed(failure)], writtenAt, stop);
            var half = items.Count / 2;
            import = await Place(import, community, [.. items.Take(half)], writtenAt, stop);
            return await Place(import, community, [.. items.Skip(half)], writtenAt, stop);
        }
    }

    private async Task<MailImport> Once(MailImport import, Community community, IReadOnlyList<BatchItem> items, DateTime writtenAt, CancellationToken stop)
    {
        var here = await Here(items, stop);
        var (neighbour, arrived, unread) = (import.Neighbour ?? writtenAt, new List<ArrivedMail>(items.Count), new List<UnreadMail>());
        foreach (var (item, number) in items.Select((item, i) => (item, import.Read + i + 1)))
        {
            var (mail, reason) = Make(item, community.Id, neighbour, here);
            if (mail is not null) arrived.Add(mail);
            else if (reason is not null) unread.Add(Keep(import, number, reason));
            neighbour = mail?.At ?? neighbour;
        }
        if (unread.Count > 0 || arrived.Exists(m => m.Files.Count > 0)) blobs.Settle(community.Id);
        var reached = new Reached(import.Position, items[^1].Piece.End, items.Count, neighbour);
        return await writes.Do(unit => unit.Keep(import.Id, community, arrived, unread, reached), stop);
    }

    private (ArrivedMail? Mail, BatchItem? Unread) Make(BatchItem item, Id<Community> community, DateTime neighbour, HashSet<Id<MailEntry>> here)
    {
        if (item.Mail is not { } parsed) return (null, item);
        if (!here.Add(parsed.Id)) return (null, null);
        try
        {
            return (maker.Make(parsed, community, neighbour), null);
        }
        catch (Exception failure) when (failure is not IOException)
        {
            return (null, item.Failed(failure));
        }
    }

    private UnreadMail Keep(MailImport import, int number, BatchItem item)
    {
        var unread = new UnreadMail
        {
            Id = UnreadMail.IdOf(import.Id, number), ImportId = import.Id, CommunityId = import.CommunityId, Number = number,
            Offset = item.Piece.Offset, Reason = item.Unread ?? UnreadReason.Fault, Detail = MailWords.Cut(MailWords.Whole(item.Detail), UnreadMail.LongestDetail), Size = item.Piece.Bytes.Length,
        };
        blobs.Write(import.CommunityId, unread.BlobName, item.Piece.Bytes.Span);
        return unread;
    }

    /// <summary>What is here already is not made ready again.</summary>
    private async Task<HashSet<Id<MailEntry>>> Here(IReadOnlyList<BatchItem> items, CancellationToken stop)
    {
        var ids = items.Where(i => i.Mail is not null).Select(i => i.Mail!.Id).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return [.. await db.The<MailEntry>().Where(e => ids.Contains(e.Id) && e.PostId != null).Select(e => e.Id).ToListAsync(stop)];
    }

    /// <summary>Not a full disk, a lost connection or a lock: those end the import, to go on another time.</summary>
    private static bool IsOfTheMails(Exception failure) => (failure as DbException ?? failure.InnerException as DbException) switch
    {
        PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal) || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
        SqliteException sqlite => sqlite.SqliteErrorCode is 18 or 19 or 20,
        NpgsqlException => false,
        _ => failure is ArgumentException or FormatException or OverflowException,
    };
}

/// <summary>How far a batch brings an import.</summary>
public sealed record Reached(long From, long To, int Read, DateTime Neighbour);

public static class Keeping
{
    internal static async Task<MailImport> Keep(this Unit unit, Id<MailImport> id, Community community, List<ArrivedMail> arrived, List<UnreadMail> unread, Reached reached)
    {
        var import = await unit.Db.The<MailImport>().AsTracking().SingleAsync(i => i.Id == id);
        if (import.Position != reached.From) throw new ImportElsewhereException();
        var placed = await unit.Place(community.Id, community.ScopeId, id, arrived);
        unit.Db.AddRange(unread);
        (import.Position, import.Neighbour, import.LastAt) = (reached.To, reached.Neighbour, unit.Now);
        import.Read += reached.Read;
        import.Placed += placed.Count;
        import.Unread += unread.Count;
        import.AlreadyHere += reached.Read - placed.Count - unread.Count;
        import.Mended += placed.Count(m => m.IsMended);
        import.Files += placed.Sum(m => m.Files.Count);
        return import;
    }
}

/// <summary>Another run of the same archive went on with it meanwhile.</summary>
public sealed class ImportElsewhereException : Exception;
