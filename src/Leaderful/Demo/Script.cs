namespace Leaderful.Demo;

/// <summary>The texts of the demo, as they lie in the folder Script.</summary>
public static class Script
{
    private const string Root = "demo/";

    public static string Text(string path)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(Root + path) ?? throw new FileNotFoundException(path);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    public static IEnumerable<string> In(string folder) => typeof(Script).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Root + folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => n[Root.Length..]);

    /// <summary>A table of lines, their cells divided by bars.</summary>
    public static IEnumerable<string[]> Table(string path) =>
        Text(path).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" | "));
}
