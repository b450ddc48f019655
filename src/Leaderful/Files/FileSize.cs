using Leaderful.Shared;

namespace Leaderful.Files;

/// <summary>A size as people say it.</summary>
public static class FileSize
{
    public static string Of(long bytes, Words words) => bytes switch
    {
        < 1000 => words.Count("files.bytes", bytes),
        < 1_000_000 => words.Say("files.kilobytes", ("n", ((bytes + 999) / 1000).ToString("N0", words.Culture))),
        _ => words.Say("files.megabytes", ("n", (bytes / 1e6).ToString("0.#", words.Culture))),
    };
}
