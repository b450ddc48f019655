namespace Leaderful.Data;

/// <summary>
/// Does one kind of work from the outbox, on whichever node took the row. It may run again after a crash, so it does nothing
/// twice that must happen once, and it takes at most two minutes: longer work queues its next piece.
/// </summary>
public interface IOutboxHandler
{
    string Kind { get; }

    Task Handle(OutboxRow row, CancellationToken stop);
}

/// <summary>Thrown by a handler where no further try would help.</summary>
public sealed class NeverMindException : Exception
{
    public NeverMindException() { }

    public NeverMindException(string message) : base(message) { }

    public NeverMindException(string message, Exception inner) : base(message, inner) { }
}
