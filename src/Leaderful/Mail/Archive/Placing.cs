using System.Buffers.Binary;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>Makes posts of mails: each once, in the conversation it belongs to, whatever came before it or is still to come.</summary>
public static class Placing
{
    /// <returns>The mails that were not here yet.</returns>
    public static async Task<IReadOnlyList<ArrivedMail>> Place(
        this Unit unit, Id<Community> community, Id<Scope> scope, Id<MailImport> import, IReadOnlyList<ArrivedMail> mails)
    {
        await unit.HoldArchive(community);
        var known = await unit.Known(mails);
        var here = known.Where(k => k.PostId is not null).Select(k => k.Id).ToHashSet();
        var fresh = mails.Where(m => !here.Contains(m.Id)).DistinctBy(m => m.Id).ToList();
        if (fresh.Count == 0) return fresh;

        var groups = new ThreadGroups(fresh, known);
        var concerned = fresh.Select(m => groups.Of(m.Id)).ToHashSet();
        var conversations = await unit.Gather(groups, [.. known.Where(k => concerned.Contains(groups.Of(k.Id)))]);
        var rows = new ArchiveRows(community, scope, import, await unit.Name(community, fresh));
        foreach (var group in fresh.GroupBy(m => groups.Of(m.Id)))
        {
            var arrivals = group.Select(m => new Arrival(m, Id<Post>.New())).ToList();
            if (conversations.TryGetValue(group.Key, out var held)) await unit.Continue(held, arrivals, rows);
            else rows.Begin(arrivals);
        }
        await unit.Await(known, fresh, rows);
        await rows.Write(unit);
        await unit.Update([.. conversations.Values.Select(h => h.Conversation)]);
        unit.UnindexIfGone([.. conversations.Values.Select(h => h.Conversation.Id)]);
        foreach (var (conversation, first) in rows.Rebegun) await unit.Rebegin(conversation, first);
        return fresh;
    }

    /// <summary>Imports into one community take turns; PostgreSQL would let them run side by side.</summary>
    internal static async Task HoldArchive(this Unit unit, Id<Community> community)
    {
        if (!unit.Db.Database.IsNpgsql()) return;
        var key = BinaryPrimitives.ReadInt64BigEndian(community.Value.ToByteArray(bigEndian: true).AsSpan(8));
        await unit.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})");
    }

    private static Task<List<KnownEntry>> Known(this Unit unit, IReadOnlyList<ArrivedMail> mails)
    {
        var ids = mails.Select(m => m.Id).Concat(mails.SelectMany(m => m.Answers)).Distinct().ToList();
        return unit.Db.The<MailEntry>().AsNoTracking().Where(e => ids.Contains(e.Id))
            .Select(e => new KnownEntry(e.Id, e.ConversationId, e.PostId)).ToListAsync();
    }

    /// <summary>The conversations that the groups go on with; those that turn out to be one are made one.</summary>
    private static async Task<Dictionary<Guid, HeldConversation>> Gather(this Unit unit, ThreadGroups groups, List<KnownEntry> known)
    {
        var ids = known.Select(k => k.ConversationId).Distinct().ToList();
        var held = await unit.Hold(ids);
        var firsts = await unit.Firsts(ids);
        var gathered = new Dictionary<Guid, HeldConversation>();
        foreach (var group in held.GroupBy(c => groups.Of(c.Id)))
        {
            gathered[group.Key] = group.Count() == 1
                ? new(group.First(), firsts.GetValueOrDefault(group.First().Id))
                : new(await unit.MakeOne([.. group]), null);
        }
        return gathered;
    }

    /// <summary>The mails that conversations begin with; none for one that a person began here.</summary>
    private static Task<Dictionary<Id<Conversation>, MailPlace>> Firsts(this Unit unit, List<Id<Conversation>> ids) => (
        from p in unit.Db.The<Post>()
        join e in unit.Db.The<MailEntry>() on (Id<Post>?)p.Id equals e.PostId
        where ids.Contains(p.ConversationId) && p.Number == 1
        select new { p.ConversationId, Place = new MailPlace(e.Id, p.Id, e.At!.Value, e.Answers ? 2 : e.IsReply ? 1 : 0, e.Title!, p.Number) })
        .ToDictionaryAsync(f => f.ConversationId, f => f.Place);

    /// <summary>Takes the conversations' rows, each one version further, before anything about them is read.</summary>
    internal static async Task<List<Conversation>> Hold(this Unit unit, IReadOnlyCollection<Id<Conversation>> ids)
    {
        if (ids.Count == 0) return [];
        await unit.Db.The<Conversation>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version + 1));
        foreach (var id in ids) unit.Tell(Streams.Of(id));
        return await unit.Db.The<Conversation>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync();
    }

    private static async Task Continue(this Unit unit, HeldConversation held, List<Arrival> arrivals, ArchiveRows rows)
    {
        var conversation = held.Conversation;
        var arranged = await unit.Arrange(held, [.. arrivals.Select(a => a.Place)]);
        foreach (var (arrival, number) in arrivals.Select(a => (a, arranged.Numbers[a.Mail.Id])).OrderBy(a => a.Item2))
            rows.Add(arrival, conversation.Id, number, ++conversation.Version);
        if (arranged.NewFirst is { } first) rows.Rebegun.Add((conversation.Id, first));
    }

    /// <summary>Remembers which mails are answered and not here, so that they come to where they are waited for.</summary>
    private static async Task Await(this Unit unit, List<KnownEntry> known, List<ArrivedMail> fresh, ArchiveRows rows)
    {
        var arrived = fresh.Select(m => m.Id).ToHashSet();
        var awaited = known.Where(k => k.PostId is null && arrived.Contains(k.Id)).Select(k => k.Id).ToList();
        if (awaited.Count > 0) await unit.Db.The<MailEntry>().Where(e => awaited.Contains(e.Id)).ExecuteDeleteAsync();
        var told = known.Select(k => k.Id).ToHashSet();
        foreach (var mail in fresh)
            foreach (var answered in mail.Answers)
                if (!arrived.Contains(answered) && told.Add(answered)) rows.Await(answered, mail.Id);
    }
}

/// <summary>A conversation that goes on, and the mail it begins with where that is known to be so.</summary>
internal sealed record HeldConversation(Conversation Conversation, MailPlace? First);

/// <summary>A mail on its way to its place, with the id of the post it becomes.</summary>
public sealed record Arrival(ArrivedMail Mail, Id<Post> Post)
{
    public MailPlace Place => new(Mail.Id, Post, Mail.At, Mail.Rank, Mail.Title);
}
