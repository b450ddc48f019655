using Leaderful.Mime.Soak;
using Leaderful.Soaking;
using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>
/// Real and hostile mails which lie beside the clone, in <c>shared/corpora</c>, and are not part of the repository. The
/// folder is found by <see cref="CorpusFolder"/>.
/// </summary>
internal static class Corpora
{
    static readonly string? Root = CorpusFolder.Find();

    public static string File(string path)
    {
        var found = Root is null ? null : Path.Combine(Root, path);
        Assert.SkipWhen(found is null || !System.IO.File.Exists(found), $"The corpus file {path} is not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
        return found!;
    }

    public static byte[] Bytes(string path) => System.IO.File.ReadAllBytes(File(path));

    public static MailMessage Mail(string path) => MailMessage.Parse(Bytes(path));

    /// <summary>Every file of the mail corpora with its path within them; skips the test when there are none.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> All()
    {
        Assert.SkipWhen(Root is null, "The mail corpora are not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
        return [.. MailCorpora.Mails(Root!)];
    }
}
