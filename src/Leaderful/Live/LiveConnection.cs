using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Leaderful.Accounts;

namespace Leaderful.Live;

/// <summary>One open event stream: what waits to be sent to it, and whose eyes it has.</summary>
public sealed class LiveConnection(Reader reader, string token, string language, PipeWriter wire, LiveSender sender)
{
    /// <summary>More unread events than this and the reader is let go: it comes back and catches up from its version.</summary>
    public const int MostWaiting = 64;

    private const string Gone = "Whatever ended the wire, the reader is gone and comes back.";

    private readonly Queue<ReadOnlyMemory<byte>> waiting = new();
    private readonly Lock turn = new();
    private TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? settled;
    private volatile bool isOpen = true;
    private bool isUnderWay;

    public Reader Reader { get; set; } = reader;
    public string Token => token;
    public string Language => language;
    public bool IsOpen => isOpen;

    public void Send(ReadOnlyMemory<byte> bytes)
    {
        lock (turn)
        {
            if (!isOpen) return;
            if (waiting.Count < MostWaiting) waiting.Enqueue(bytes);
            else LetGo();
            if (isUnderWay) return;
            isUnderWay = true;
        }
        sender.Add(this);
    }

    /// <summary>Asks that somebody looks whether it may go on; asked twice is asked once.</summary>
    public void Look() => Volatile.Read(ref asked).TrySetResult();

    /// <summary>Nothing more is taken, and whoever runs it hears that it is over.</summary>
    public void LetGo()
    {
        isOpen = false;
        // Of the two, closing and renewing what is waited for, one sees what the other did.
        Interlocked.MemoryBarrier();
        Look();
    }

    /// <summary>True when it should be looked at, false when it is over.</summary>
    public async Task<bool> Asked()
    {
        await asked.Task;
        Interlocked.Exchange(ref asked, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return isOpen;
    }

    /// <summary>Takes nothing more, and waits until what was taken is on the wire: only then may the answer end.</summary>
    public Task EndWritten()
    {
        lock (turn)
        {
            isOpen = false;
            if (!isUnderWay) return Task.CompletedTask;
            settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return settled.Task;
        }
    }

    /// <summary>All that waits goes out at once. Only the sender calls it, and never twice at a time; what it threw would end the house.</summary>
    [SuppressMessage("Design", "CA1031", Justification = Gone)]
    public void Write()
    {
        try
        {
            lock (turn) while (waiting.TryDequeue(out var bytes)) wire.Write(bytes.Span);
            var sending = wire.FlushAsync();
            if (sending.IsCompletedSuccessfully) GoOn(sending.Result);
            else _ = GoOnLater(sending);
        }
        catch (Exception)
        {
            Drop();
        }
    }

    /// <summary>The same where the wire takes its time.</summary>
    [SuppressMessage("Design", "CA1031", Justification = Gone)]
    private async Task GoOnLater(ValueTask<FlushResult> sending)
    {
        try
        {
            GoOn(await sending);
        }
        catch (Exception)
        {
            Drop();
        }
    }

    /// <summary>What was written is on the wire: what came meanwhile is written next.</summary>
    private void GoOn(FlushResult result)
    {
        if (result.IsCompleted || result.IsCanceled) Drop();
        else if (!Rests()) sender.Add(this);
    }

    /// <summary>The wire has an end: what waits for it goes nowhere.</summary>
    private void Drop()
    {
        LetGo();
        lock (turn) waiting.Clear();
        Rests();
    }

    /// <summary>True where nothing waits; then whoever ends it need wait no longer.</summary>
    private bool Rests()
    {
        lock (turn)
        {
            if (waiting.Count > 0) return false;
            isUnderWay = false;
            settled?.TrySetResult();
            return true;
        }
    }
}
