using Leaderful.Care;
using Leaderful.Files;

namespace Leaderful.Conversations;

/// <summary>
/// What showing a conversation and speaking in it need beside the database: pages read lately, where to note how far somebody
/// read, the bytes of files, and who has only just come.
/// </summary>
public sealed record Threads(PostsCache Posts, Reading Reading, Blobs Blobs, Newcomers Newcomers, TimeProvider Time);
