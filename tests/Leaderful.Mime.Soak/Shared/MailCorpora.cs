namespace Leaderful.Mime.Soak;

internal static class MailCorpora
{
    /// <summary>Every file of the mail corpora, with its path within them, in a fixed order.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Mails(string root) => new[] { "mbox", "mail-torture", "mail-misc" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(root, file), File.ReadAllBytes(file)));
}
