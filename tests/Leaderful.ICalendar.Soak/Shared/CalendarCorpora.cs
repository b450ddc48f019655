namespace Leaderful.ICalendar.Soak;

internal static class CalendarCorpora
{
    /// <summary>Every file of the calendar corpora, with its path within them, in a fixed order; those of rules too, which are calendars to nobody.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Calendars(string root) => new[] { "ical", "ical-misc" }
        .Select(folder => Path.Combine(root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(root, file), File.ReadAllBytes(file)));
}
