namespace Leaderful.Mime;

/// <summary>What was wrong with bytes that were decoded to text.</summary>
internal enum TextIssue
{
    None,
    UnknownCharset,
    Undecodable,
}
