using System.Globalization;

namespace Leaderful.Shared.Views;

/// <summary>
/// A place in a list ordered by time: the moment, and how many of that very moment came before. It stays where it is
/// whatever is said meanwhile.
/// </summary>
public readonly record struct ListPlace(DateTime At, int Passed)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Passed}");

    public static ListPlace? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 8_000_000_000_000_000
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var passed)
            ? new ListPlace(DateTime.UnixEpoch.AddMicroseconds(at), passed) : null;
    }

    /// <summary>Behind the last of what is shown, by its times in their order.</summary>
    public static ListPlace After(IReadOnlyList<DateTime> shown, ListPlace? before)
    {
        var last = shown[^1];
        var same = shown.Count(at => at == last);
        return new ListPlace(last, same + (before is { } b && b.At == last ? b.Passed : 0));
    }
}
