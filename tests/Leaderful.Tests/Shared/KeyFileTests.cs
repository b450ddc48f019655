using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Shared;

public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leaderful-keys").FullName;

    [Fact]
    public async Task Nodes_that_start_together_have_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(KeyFile.Read(folder, "some.key")))));
        Assert.Single(keys.Distinct());
        Assert.Equal(64, keys[0].Length);
        Assert.Equal(["some.key"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_key_cut_short_signs_nothing(int bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, "some.key"), new byte[bytes]);
        Assert.Throws<InvalidOperationException>(() => KeyFile.Read(folder, "some.key"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
