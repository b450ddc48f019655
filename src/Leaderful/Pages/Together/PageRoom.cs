using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// A page that is open on this node: who follows it, what waits to be kept, and up to which row of the log they have been
/// told. Nobody is told anything that is not kept, and everything in the order of the log.
/// </summary>
internal sealed class PageRoom(Id<Page> id, Id<Community> community, long head, TimeProvider time)
{
    /// <summary>More than this waiting and whoever writes waits too.</summary>
    private const int MostWaiting = 1 << 20;

    private readonly Lock gate = new();
    private readonly HashSet<PageSocket> sockets = [];
    private readonly HashSet<long> writers = [];
    private readonly Remembered remembered = new();
    private List<Piece> waiting = [];
    private int waitingBytes;
    private bool isQueued;
    private bool isKeeping;
    private TaskCompletionSource? space;
    private long hinted;

    public Id<Page> Id => id;
    public Id<Community> Community => community;
    public Presence Presence { get; } = new(time);

    /// <summary>The last row its followers have been told.</summary>
    public long Told { get; private set; } = head;

    /// <summary>How many use it; for the hub alone.</summary>
    public int Users { get; set; }

    /// <summary>Whether other nodes were asked who is here.</summary>
    public bool HasAsked { get; set; }

    /// <summary>Nothing waits, and nothing is on its way into the log.</summary>
    public bool IsIdle
    {
        get { lock (gate) return waiting.Count == 0 && !isQueued && !isKeeping; }
    }

    public bool HasNews
    {
        get { lock (gate) return hinted > Told; }
    }

    /// <summary>There is something others kept, and nobody here is about to read it.</summary>
    public bool IsBehind => HasNews && IsIdle;

    /// <summary>More bytes than this may be on it; whoever reads it knows how many there are.</summary>
    public int MostBytes
    {
        get { lock (gate) return remembered.MostBytes; }
    }

    public void Join(PageSocket socket)
    {
        lock (gate) sockets.Add(socket);
    }

    /// <summary>What there is to tell of it.</summary>
    public IReadOnlyList<Told> Leave(PageSocket socket)
    {
        lock (gate) sockets.Remove(socket);
        var gone = Presence.Leave(socket);
        Pass(gone, except: socket);
        return gone;
    }

    public IReadOnlyList<PageSocket> Sockets
    {
        get { lock (gate) return [.. sockets]; }
    }

    /// <summary>All that its followers have been told, where it is remembered.</summary>
    public Written? Known()
    {
        Written from;
        List<Written> rows;
        lock (gate)
        {
            if (remembered.Begin is not { } begin) return null;
            if (remembered.Since.Count == 0) return begin;
            (from, rows) = (begin, [.. remembered.Since]);
        }
        var known = from.With(rows);
        Know(known);
        return known;
    }

    /// <summary>The log was written anew.</summary>
    public void Forget()
    {
        lock (gate) remembered.Forget();
    }

    /// <summary>What was read from the log.</summary>
    public void Know(Written read)
    {
        lock (gate)
        {
            remembered.Begins(read, Told);
            Hint(read.UpTo);
        }
    }

    /// <summary>Takes in what somebody wrote; true where the room is to be queued for the log.</summary>
    public bool Add(Piece piece)
    {
        lock (gate)
        {
            waiting.Add(piece);
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

    /// <summary>What waits, for the log alone; the room may be queued again.</summary>
    public Batch Take()
    {
        List<Piece> pieces;
        lock (gate)
        {
            (pieces, waiting, waitingBytes, isQueued, isKeeping) = (waiting, new List<Piece>(waiting.Count), 0, false, true);
            space?.SetResult();
            space = null;
        }
        var updates = pieces.Select(p => p.Update).Where(u => u.Length > YUpdate.Empty.Length).ToList();
        var fresh = pieces.SelectMany(p => p.Hands).Where(h => writers.Add(h.Client)).ToList();
        return new Batch(this, pieces, updates.Count switch { 0 => [], 1 => updates[0].ToArray(), _ => YUpdate.Merge(updates) }, fresh);
    }

    /// <summary>A batch is kept under a number. Where somebody else's came before it, both are told from the log.</summary>
    public void Kept(Batch batch, long number)
    {
        Hint(number);
        TellNext(new Written(number, batch.Bytes));
        batch.Acknowledge();
    }

    /// <summary>What was taken is kept and told, or refused.</summary>
    public void Settle()
    {
        lock (gate) isKeeping = false;
    }

    /// <summary>A row of the log, which its followers are told if it is the next.</summary>
    public void TellNext(Written row)
    {
        lock (gate)
        {
            if (row.UpTo != Told + 1) return;
            Told = row.UpTo;
            remembered.Add(row);
            if (sockets.Count == 0) return;
            ReadOnlyMemory<byte> frame = YMessage.Update(row.Bytes.Span);
            foreach (var socket in sockets) socket.Send(frame);
        }
    }

    /// <summary>There may be rows up to this number.</summary>
    public void Hint(long number)
    {
        lock (gate) hinted = Math.Max(hinted, number);
    }

    /// <summary>For what is of the moment and kept nowhere.</summary>
    public void Pass(IReadOnlyList<Told> told, PageSocket? except = null)
    {
        if (Presence.Frame(told) is not { } frame) return;
        lock (gate)
        {
            foreach (var socket in sockets)
                if (socket != except) socket.Send(frame);
        }
    }
}
