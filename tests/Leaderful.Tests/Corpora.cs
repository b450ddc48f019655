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

    /// <summary>The strings of a corpus, or a few of our own in its stead, so that something is tried everywhere.</summary>
    public static IReadOnlyList<string> Strings(string name, Func<JsonElement, string?> read, params string[] otherwise) =>
        Root is not null && Path.Exists(Path.Combine(Root, name)) ? [.. Json(name).EnumerateArray().Select(e => read(e) ?? "")] : otherwise;

    /// <summary>The named strings of a corpus; none where it is not here.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(string name) =>
        Root is not null && Path.Exists(Path.Combine(Root, name)) ? Json(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal) : new Dictionary<string, string>();

    /// <summary>The same of a folder's files.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Files(string name, string pattern, params (string Name, byte[] Bytes)[] otherwise) =>
        Root is not null && Path.Exists(Path.Combine(Root, name))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, name), pattern).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))]
            : otherwise;

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
