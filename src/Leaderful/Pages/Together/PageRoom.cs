using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// A page that is open on this node: who follows it, what waits to be kept, and up to which row of the log they have been
/// told. Nobody is told anything that is not kept, and everything in the order of the log.
/// </summary>
internal sealed class PageRoom(Id<Page> id, Id<Community> community, long head)
{
    /// <summary>More than this waiting and whoever writes waits too.</summary>
    private const int MostWaiting = 1 << 20;

    private readonly Lock gate = new();
    private readonly HashSet<PageSocket> sockets = [];
    private readonly HashSet<long> writers = [];
    private List<Piece> waiting = [];
    private int waitingBytes;
    private bool isQueued;
    private bool isKeeping;
    private TaskCompletionSource? space;
    private long hinted;
    private Written? known;

    public Id<Page> Id => id;
    public Id<Community> Community => community;
    public Presence Presence { get; } = new();

    /// <summary>The last row its followers have been told.</summary>
    public long Told { get; private set; } = head;

    /// <summary>How many use it; for the hub alone.</summary>
    public int Users { get; set; }

    /// <summary>Nothing waits, and nothing is on its way into the log.</summary>
    public bool IsIdle
    {
        get { lock (gate) return waiting.Count == 0 && !isQueued && !isKeeping; }
    }

    public bool HasNews
    {
        get { lock (gate) return hinted > Told; }
    }

    public void Join(PageSocket socket)
    {
        lock (gate) sockets.Add(socket);
    }

    public void Leave(PageSocket socket)
    {
        lock (gate) sockets.Remove(socket);
        if (Presence.Leave(socket) is { } gone) Pass(gone, except: socket);
    }

    public IReadOnlyList<PageSocket> Sockets
    {
        get { lock (gate) return [.. sockets]; }
    }

    /// <summary>All that is kept by now.</summary>
    public async Task<Written> Read(Db db)
    {
        var read = await db.Written(id, known);
        lock (gate)
        {
            if (known is null || read.UpTo > known.UpTo) known = read;
            Hint(read.UpTo);
        }
        return read;
    }

    /// <summary>Takes in what somebody wrote; true where the room is to be queued for the log.</summary>
    public bool Add(Piece piece)
    {
        lock (gate)
        {
            waiting.Add(piece with { NewClients = [.. piece.NewClients.Where(writers.Add)] });
            waitingBytes += piece.Update.Length;
            if (isQueued) return false;
            return isQueued = true;
        }
    }

    /// <summary>Until there is space for more.</summary>
    public Task Space()
    {
        lock (gate)
        {
            if (waitingBytes <= MostWaiting) return Task.CompletedTask;
            space ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return space.Task;
        }
    }

    /// <summary>What waits, for the log; the room may be queued again.</summary>
    public Batch Take()
    {
        List<Piece> pieces;
        lock (gate)
        {
            (pieces, waiting, waitingBytes, isQueued, isKeeping) = (waiting, [], 0, false, true);
            space?.SetResult();
            space = null;
        }
        var updates = pieces.Select(p => p.Update).Where(u => u.Length > YUpdate.Empty.Length).ToList();
        return new Batch(this, pieces, updates.Count switch { 0 => [], 1 => updates[0].ToArray(), _ => YUpdate.Merge(updates) });
    }

    /// <summary>A batch is kept under a number. Where somebody else's came before it, both are told from the log.</summary>
    public void Kept(Batch batch, long number)
    {
        lock (gate)
        {
            Hint(number);
            TellNext(number, batch.Bytes);
        }
        batch.Acknowledge();
    }

    /// <summary>What was taken is kept and told, or refused.</summary>
    public void Settle()
    {
        lock (gate) isKeeping = false;
    }

    /// <summary>A row of the log, which its followers are told if it is the next.</summary>
    public void TellNext(long number, ReadOnlySpan<byte> update)
    {
        lock (gate)
        {
            if (number != Told + 1) return;
            Told = number;
            var frame = YMessage.Update(update);
            foreach (var socket in sockets) socket.Send(frame);
        }
    }

    /// <summary>There may be rows up to this number.</summary>
    public void Hint(long number)
    {
        lock (gate) hinted = Math.Max(hinted, number);
    }

    /// <summary>For what is of the moment and kept nowhere.</summary>
    public void Pass(ReadOnlyMemory<byte> frame, PageSocket? except = null)
    {
        lock (gate)
        {
            foreach (var socket in sockets)
                if (socket != except) socket.Send(frame);
        }
    }
}
