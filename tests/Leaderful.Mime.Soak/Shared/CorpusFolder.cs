namespace Leaderful.Mime.Soak;

/// <summary>The folder of mails beside the clone: <c>shared/corpora</c>, looked for upwards, or under the environment variable LEADERFUL_SHARED.</summary>
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

    /// <summary>Every file of the mail corpora, with its path within them, in a fixed order.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Mails(string root) => new[] { "mbox", "mail-torture", "mail-misc" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(root, file), File.ReadAllBytes(file)));
}
