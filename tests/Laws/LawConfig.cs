using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Leaderful.Laws;

/// <summary>
/// Laws are tried on the same 300 cases each time, so that a build fails only by its own change. Set LAW_CASES to try
/// as many fresh ones; a failure prints the seed to replay it.
/// </summary>
internal static class LawConfig
{
    /// <summary>What chance begins with where it is not FsCheck's: the same each time, unless fresh cases are asked for.</summary>
    public static int Seed(int otherwise)
    {
        if (Environment.GetEnvironmentVariable("LAW_CASES") is null) return otherwise;
        var seed = Random.Shared.Next();
        Console.WriteLine($"seed {seed}");
        return seed;
    }

    public static Config Quick { get; } = int.TryParse(Environment.GetEnvironmentVariable("LAW_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
        ? Config.QuickThrowOnFailure.WithMaxTest(cases)
        : Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260301, 1);
}
