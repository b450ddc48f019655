namespace Leaderful.Mime;

/// <summary>What a prefix of a subject says.</summary>
internal enum SubjectPrefixKind
{
    Reply,
    Forward,
}
