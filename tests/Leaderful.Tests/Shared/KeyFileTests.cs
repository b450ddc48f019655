using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Shared;

public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leaderful-keys").FullName;

    [Fact]
    public async Task Nodes_that_start_together_have_one_key()
    {
        for (var round = 0; round < 50; round++)
        {
            var name = $"{round}.key";
            using var together = new Barrier(8);
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() => Read(name, together), TaskCreationOptions.LongRunning)));
            Assert.Equal(64, Assert.Single(keys.Distinct()).Length);
        }
        Assert.Equal(50, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_key_cut_short_signs_nothing(int bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, "some.key"), new byte[bytes]);
        Assert.Throws<InvalidOperationException>(() => KeyFile.Read(folder, "some.key"));
    }

    private string Read(string name, Barrier together)
    {
        together.SignalAndWait();
        return Convert.ToHexString(KeyFile.Read(folder, name));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
