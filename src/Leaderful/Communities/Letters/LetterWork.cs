using Leaderful.Data;

namespace Leaderful.Communities.Letters;

/// <summary>Work of the outbox that writes letters about one thing, in one unit, as things are when it is due.</summary>
public abstract class LetterWork<T>(Writes writes, Letterheads letterheads) : IOutboxHandler
{
    public abstract string Kind { get; }

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is { } about && await letterheads.Known() is { } paper) await writes.Do(unit => Write(unit, paper, new Id<T>(about), row.DueAt), stop);
    }

    protected abstract Task Write(Unit unit, Letterhead paper, Id<T> about, DateTime due);
}
