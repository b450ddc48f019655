using Leaderful.Soaking;
using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>Updates and traces which lie beside the clone, in <c>shared/corpora</c>, and are not part of the repository. The folder is found by <see cref="CorpusFolder"/>.</summary>
internal static class Corpora
{
    static readonly string? Root = CorpusFolder.Find();

    public static string File(string path)
    {
        var found = Root is null ? null : Path.Combine(Root, path);
        Assert.SkipWhen(found is null || !System.IO.File.Exists(found), $"The corpus file {path} is not there: put shared/corpora beside the clone, or set LEADERFUL_SHARED.");
        return found!;
    }
}
