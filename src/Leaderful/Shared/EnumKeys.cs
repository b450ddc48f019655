namespace Leaderful.Shared;

public static class EnumKeys
{
    /// <summary>A choice as resource keys and form values spell it.</summary>
    public static string Key<T>(this T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
