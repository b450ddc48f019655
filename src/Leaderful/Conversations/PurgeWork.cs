using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>Work of the outbox thirty days after a thing was taken down; what was put back meanwhile, or taken down again, is not due.</summary>
public abstract class PurgeWork<T>(Writes writes) : IOutboxHandler
{
    public abstract string Kind { get; }

    public Task Handle(OutboxRow row, CancellationToken stop) => row.Subject is not { } subject ? Task.CompletedTask : writes.Do(async unit =>
    {
        var id = new Id<T>(subject);
        if (await unit.IsDue(id.As<Thing>())) await Purge(unit, id);
    }, stop);

    protected abstract Task Purge(Unit unit, Id<T> id);
}
