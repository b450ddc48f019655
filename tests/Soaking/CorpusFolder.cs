namespace Leaderful.Soaking;

/// <summary>The folder of real and hostile input beside the clone: <c>shared/corpora</c>, looked for upwards, or under the environment variable LEADERFUL_SHARED.</summary>
internal static class CorpusFolder
{
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpora = Path.Combine(folder.FullName, "shared", "corpora");
            if (Directory.Exists(corpora)) return corpora;
        }
        var shared = Environment.GetEnvironmentVariable("LEADERFUL_SHARED");
        return shared is not null && Directory.Exists(Path.Combine(shared, "corpora")) ? Path.Combine(shared, "corpora") : null;
    }
}
