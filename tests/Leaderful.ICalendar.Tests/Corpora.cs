using Leaderful.ICalendar.Soak;
using Leaderful.Soaking;
using Xunit;

namespace Leaderful.ICalendar.Tests;

/// <summary>Real and hostile calendars which lie beside the clone, in <c>shared/corpora</c>, and are not part of the repository.</summary>
internal static class Corpora
{
    static readonly string? Root = CorpusFolder.Find();

    public static string[] Lines(string path)
    {
        var found = Root is null ? null : Path.Combine(Root, path);
        Assert.SkipWhen(found is null || !File.Exists(found), $"The corpus file {path} is not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
        return File.ReadAllLines(found!);
    }

    /// <summary>Every file of the calendar corpora with its path within them; skips the test when there are none.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> All()
    {
        Assert.SkipWhen(Root is null, "The calendar corpora are not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
        return [.. CalendarCorpora.Calendars(Root!)];
    }
}
