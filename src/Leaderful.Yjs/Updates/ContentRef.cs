namespace Leaderful.Yjs;

/// <summary>What a struct holds: the lower five bits of its first byte.</summary>
internal static class ContentRef
{
    public const int Gc = 0;
    public const int Deleted = 1;
    public const int Json = 2;
    public const int Binary = 3;
    public const int String = 4;
    public const int Embed = 5;
    public const int Format = 6;
    public const int Type = 7;
    public const int Any = 8;
    public const int Doc = 9;
    public const int Skip = 10;
}
