using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Thirty days after a topic was taken down its words go.</summary>
public sealed class TopicPurging(Writes writes) : PurgeWork<Topic>(writes)
{
    public const string KindOfWork = "topic.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Topic> id) => unit.Blank(unit.Db.The<Topic>().Where(t => t.Id == id));
}
