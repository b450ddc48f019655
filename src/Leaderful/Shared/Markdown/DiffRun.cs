namespace Leaderful.Shared.Markdown;

/// <summary>So many tokens on one side stand for so many on the other; the same ones, or others.</summary>
internal readonly record struct DiffRun(bool IsSame, Range Before, Range After);
