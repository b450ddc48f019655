using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Thirty days after a topic was taken down its words go.</summary>
public sealed class TopicPurging(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "topic.purge";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } topic ? writes.Do(unit => Purge(unit, new Id<Topic>(topic)), stop) : Task.CompletedTask;

    private static async Task Purge(Unit unit, Id<Topic> id)
    {
        if (await unit.IsDue(id.As<Thing>())) await unit.Blank(unit.Db.The<Topic>().Where(t => t.Id == id));
    }
}
