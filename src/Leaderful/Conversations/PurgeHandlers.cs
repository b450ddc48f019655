using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>Thirty days after a post was taken down.</summary>
public sealed class PostPurge(Writes writes) : IOutboxHandler
{
    public string Kind => Bin.PurgePost;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } post ? writes.Do(unit => unit.Purge(new Id<Post>(post)), stop) : Task.CompletedTask;
}

/// <summary>Thirty days after a conversation was taken down.</summary>
public sealed class ConversationPurge(Writes writes) : IOutboxHandler
{
    public string Kind => Bin.PurgeConversation;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } conversation ? writes.Do(unit => unit.Purge(new Id<Conversation>(conversation)), stop) : Task.CompletedTask;
}
