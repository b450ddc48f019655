using Leaderful.Conversations;
using Leaderful.Data;

namespace Leaderful.Mail.Archive;

/// <summary>Which of the new mails belong together, and to which conversations that are here already: whatever is joined by a chain of answers.</summary>
public sealed class ThreadGroups
{
    private readonly Dictionary<Guid, Guid> parents = [];

    public ThreadGroups(IEnumerable<ArrivedMail> mails, IEnumerable<KnownEntry> known)
    {
        foreach (var entry in known) Join(entry.Id.Value, entry.ConversationId.Value);
        foreach (var mail in mails)
        {
            Find(mail.Id.Value);
            foreach (var answered in mail.Answers) Join(mail.Id.Value, answered.Value);
        }
    }

    public Guid Of(Id<MailEntry> entry) => Find(entry.Value);

    public Guid Of(Id<Conversation> conversation) => Find(conversation.Value);

    private void Join(Guid one, Guid other) => parents[Find(one)] = Find(other);

    private Guid Find(Guid node)
    {
        if (!parents.TryGetValue(node, out var parent)) return parents[node] = node;
        while (parent != node)
        {
            var next = parents[parent];
            parents[node] = next;
            (node, parent) = (parent, next);
        }
        return node;
    }
}

/// <summary>A mail that is here, or waited for, and where.</summary>
public sealed record KnownEntry(Id<MailEntry> Id, Id<Conversation> ConversationId, Id<Post>? PostId);
