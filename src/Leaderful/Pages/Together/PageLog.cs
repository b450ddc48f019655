using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.Channels;
using Leaderful.Data;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// Keeps what is written on pages: whatever came in since the last commit, of all pages, goes into the next, one row for each
/// page. Only then is it told to anybody and acknowledged. While the database cannot take it, it waits here, and whoever
/// wrote it knows that it is not kept.
/// </summary>
internal sealed class PageLog(Writes writes, PageHub hub, PageKeeper keeper, ILogger<PageLog> log) : BackgroundService
{
    private const int MostPages = 500;

    /// <summary>Commits come no closer than this: everybody on a page is told each of them.</summary>
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(15);

    /// <summary>
    /// On a busy house the pause is as long as the commit before it was, with all that was told of it: then more comes together in
    /// the next, which costs hardly more. No pause is longer than this.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(60);

    private readonly Channel<PageRoom> touched = Channel.CreateUnbounded<PageRoom>(new UnboundedChannelOptions { SingleReader = true });

    public void Queue(PageRoom room) => touched.Writer.TryWrite(room);

    /// <summary>Writes for somebody, and waits until it is kept; false where the page is no more. What comes back of others' words stays theirs.</summary>
    public async Task<bool> Write(PageHead page, Id<Actor> by, byte[] update, IReadOnlyDictionary<long, Id<Actor>>? others = null)
    {
        var room = hub.Enter(page);
        try
        {
            var piece = new Piece(by, update, YUpdate.Inspect(update).Clients, Done: new(TaskCreationOptions.RunContinuationsAsynchronously)) { Others = others ?? ImmutableDictionary<long, Id<Actor>>.Empty };
            if (room.Add(piece)) Queue(room);
            return await piece.Done!.Task;
        }
        finally
        {
            hub.Leave(room);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rooms = new List<PageRoom>(MostPages);
        try
        {
            while (await touched.Reader.WaitToReadAsync(stoppingToken))
            {
                var begun = Stopwatch.GetTimestamp();
                // All of them before anything is taken: a room that was taken may be queued again at once, and a page has one row in a commit.
                while (rooms.Count < MostPages && touched.Reader.TryRead(out var room)) rooms.Add(room);
                await Keep(rooms.ConvertAll(r => r.Take()), stoppingToken);
                rooms.Clear();
                await Task.Delay(Pause(Stopwatch.GetElapsedTime(begun)), stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static TimeSpan Pause(TimeSpan took) =>
        took < Cadence / 2 ? Cadence - took : took < LongestPause ? took : LongestPause;

    private async Task Keep(List<Batch> batches, CancellationToken stop)
    {
        var said = batches.FindAll(b => b.Bytes.Length > 0);
        var kept = said.Count == 0 ? new Dictionary<Id<Page>, long>() : await Commit(said, stop);
        foreach (var batch in batches)
        {
            if (batch.Bytes.Length == 0) batch.Acknowledge();
            else if (kept.TryGetValue(batch.Room.Id, out var number)) Tell(batch, number);
            else batch.Refuse();
            batch.Room.Settle();
            // Another node's rows before it, or since.
            if (batch.Room.HasNews) await hub.Try(batch.Room);
            hub.Tidy(batch.Room);
        }
    }

    private void Tell(Batch batch, long number)
    {
        batch.Room.Kept(batch, number);
        keeper.Touch(batch.Room.Id);
    }

    /// <summary>Again and again until it is kept.</summary>
    private async Task<IReadOnlyDictionary<Id<Page>, long>> Commit(List<Batch> batches, CancellationToken stop)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = TimeSpan.FromMilliseconds(Math.Min(2000, pause.TotalMilliseconds * 2)))
        {
            try
            {
                return await writes.Do(unit => unit.Log(batches), stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                log.LogError(failure, "What was written on {Count} pages could not be kept; it is tried again.", batches.Count);
                await Task.Delay(pause, stop);
            }
        }
    }
}
