using System.Text.Json;
using Xunit;

namespace Leaderful.Tests;

/// <summary>
/// Test data that is not ours to keep in this repository. Looked for in <c>shared/corpora</c> beside any folder above
/// the tests, or under LEADERFUL_SHARED; where it is missing, the test is skipped.
/// </summary>
public static class Corpora
{
    private static readonly string? Root = Find();

    public static string PathOf(string name)
    {
        var path = Root is null ? null : Path.Combine(Root, name);
        Assert.SkipUnless(path is not null && Path.Exists(path), $"The corpus {name} is not here.");
        return path!;
    }

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static JsonElement Json(string name) => JsonSerializer.Deserialize<JsonElement>(Text(name));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpora = Path.Combine(folder.FullName, "shared", "corpora");
            if (Directory.Exists(corpora)) return corpora;
        }
        return Environment.GetEnvironmentVariable("LEADERFUL_SHARED") is { } shared ? Path.Combine(shared, "corpora") : null;
    }
}
