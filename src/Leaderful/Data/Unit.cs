using Leaderful.Communities;

namespace Leaderful.Data;

/// <summary>One write: the change, its journal row and its outbox rows, kept together or not at all.</summary>
public sealed class Unit(Db db, DateTime now)
{
    private readonly List<string> changed = [];
    private readonly List<Func<Db, Task>> last = [];

    public Db Db => db;
    public DateTime Now => now;

    /// <summary>The live streams that have something new once this is committed.</summary>
    public IReadOnlyList<string> Changed => changed;

    /// <summary>What is still to be done once everything of the unit is written.</summary>
    public IReadOnlyList<Func<Db, Task>> AtLast => last;

    public JournalEntry Journal(Id<Actor> actor, string verb, Guid? subject = null, Id<Community>? community = null, string? inverse = null, JournalEntry? cause = null)
    {
        var entry = Entry(actor, verb, subject, community, inverse, cause);
        db.Add(entry);
        return entry;
    }

    /// <summary>An entry for the journal, for whoever writes its row together with others.</summary>
    public JournalEntry Entry(Id<Actor> actor, string verb, Guid? subject = null, Id<Community>? community = null, string? inverse = null, JournalEntry? cause = null) => new()
    {
        Id = Id<JournalEntry>.New(), At = now, ActorId = actor, Verb = verb,
        Subject = subject, CommunityId = community, Inverse = inverse, CauseId = cause?.Id,
    };

    public void Enqueue(string kind, Guid? subject = null, DateTime? dueAt = null)
    {
        db.Add(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = kind, Subject = subject, DueAt = dueAt ?? now });
        Tell(Streams.Outbox);
    }

    /// <summary>
    /// Runs when everything of the unit is written, just before the commit, in the order in which it was asked for. On SQLite
    /// that is once for all units of a commit: for what costs less done at once, such as the index of words.
    /// </summary>
    public void Last(Func<Db, Task> work) => last.Add(work);

    public void Tell(string stream)
    {
        if (!changed.Contains(stream)) changed.Add(stream);
    }
}
