using Leaderful.Care;

namespace Leaderful.Conversations;

/// <summary>What showing a conversation needs beside the database: pages read lately, where to note how far somebody read, and who has only just come.</summary>
public sealed record Threads(PostsCache Posts, Reading Reading, Newcomers Newcomers);
