namespace Leaderful.Tests;

/// <summary>Where the sources of this build are.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Sources(params string[] endings) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", "Leaderful"), "*", SearchOption.AllDirectories)
        .Where(f => endings.Any(f.EndsWith) && !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("/node_modules/") && !f.Contains("/Migrations/"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Leaderful.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The sources are not above the tests.");
    }
}
