namespace Leaderful.Conversations;

/// <summary>What showing a conversation needs beside the database: pages read lately, and where to note how far somebody read.</summary>
public sealed record Threads(PostsCache Posts, Reading Reading);
