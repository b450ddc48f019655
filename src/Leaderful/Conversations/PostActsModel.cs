namespace Leaderful.Conversations;

/// <summary>One post and what this reader may do with it beyond what stands under it.</summary>
public sealed record PostActsModel(PostText Post, string Excerpt, bool MayTakeDown);
