using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Leaderful.ICalendar.Tests;

/// <summary>
/// Laws are tried on the same 300 cases each time, so that a build fails only by its own change. Set LAW_CASES to try
/// as many fresh ones; a failure prints the seed to replay it.
/// </summary>
internal static class LawConfig
{
    public static Config Quick { get; } = int.TryParse(Environment.GetEnvironmentVariable("LAW_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
        ? Config.QuickThrowOnFailure.WithMaxTest(cases)
        : Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260301, 1);
}
