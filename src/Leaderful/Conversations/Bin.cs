namespace Leaderful.Conversations;

/// <summary>What was taken down waits thirty days, and is then no more.</summary>
public static class Bin
{
    public const string PurgePost = "post.purge";
    public const string PurgeConversation = "conversation.purge";

    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public static DateTime EmptiedAt(DateTime takenDown) => takenDown + Keeps;

    public static bool IsEmptied(DateTime? takenDown, DateTime now) => takenDown is { } at && EmptiedAt(at) <= now;
}
