using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

/// <summary>For an hour, whoever did a thing may take it back, although its route would not let them do the opposite.</summary>
public static class Undo
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The journal says that this actor did this to this person lately.</summary>
    public static Task<bool> DidLately(this Unit unit, Id<Actor> actor, string verb, Guid subject, Id<Community> community)
    {
        var since = unit.Now - Window;
        return unit.Db.The<JournalEntry>().AnyAsync(j =>
            j.CommunityId == community && j.Subject == subject && j.Verb == verb && j.ActorId == actor && j.At > since);
    }
}
