using System.Threading.Channels;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>How far people have read, written down beside the request: no page waits for it.</summary>
public sealed class Reading(Writes writes, ILogger<Reading> log) : BackgroundService
{
    private const int MostAtOnce = 64;

    private readonly Channel<Seen> seen = Channel.CreateBounded<Seen>(new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Note(Id<Person> person, ConversationHead conversation, int upTo)
    {
        if (upTo > conversation.ReadUpTo) seen.Writer.TryWrite(new Seen(person, conversation.Id, conversation.CommunityId, upTo));
    }

    /// <summary>Answers once everything noted so far is written.</summary>
    public Task Settle()
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return seen.Writer.TryWrite(new Seen(default, default, default, 0, settled)) ? settled.Task : Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Seen>(MostAtOnce);
        try
        {
            while (await seen.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < MostAtOnce && seen.Reader.TryRead(out var one)) batch.Add(one);
                foreach (var one in Furthest(batch)) await Keep(one);
                foreach (var one in batch) one.Settled?.TrySetResult();
                batch.Clear();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static IEnumerable<Seen> Furthest(List<Seen> batch) => batch.Where(s => s.UpTo > 0)
        .GroupBy(s => (s.Person, s.Conversation)).Select(g => g.MaxBy(s => s.UpTo));

    private async Task Keep(Seen one)
    {
        try
        {
            await writes.Do(unit => unit.Read(one.Person, one.Conversation, one.Community, one.UpTo));
        }
        catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException)
        {
            log.LogDebug(failure, "A place of reading was not kept.");
        }
    }

    private readonly record struct Seen(Id<Person> Person, Id<Conversation> Conversation, Id<Community> Community, int UpTo, TaskCompletionSource? Settled = null);
}

public static class ReadMarks
{
    /// <summary>Only ever forward.</summary>
    public static async Task Read(this Unit unit, Id<Person> person, Id<Conversation> conversation, Id<Community> community, int upTo)
    {
        var mark = unit.Db.The<ReadMark>().Where(r => r.PersonId == person && r.ConversationId == conversation);
        if (await mark.Where(r => r.UpTo < upTo).ExecuteUpdateAsync(r => r.SetProperty(x => x.UpTo, upTo).SetProperty(x => x.At, unit.Now)) > 0) return;
        if (!await mark.AnyAsync())
            unit.Db.Add(new ReadMark { PersonId = person, ConversationId = conversation, CommunityId = community, UpTo = upTo, At = unit.Now });
    }
}
