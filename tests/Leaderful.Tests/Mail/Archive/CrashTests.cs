using Leaderful.Soak;
using Xunit;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>A slice of <c>bin/soak</c>: the program's own import, killed in the middle.</summary>
public class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_import_that_is_killed_and_begun_again_leaves_one_of_each_mail()
    {
        var said = new StringWriter();
        // PostgreSQL commits each mail by itself, so a smaller pile lasts as long.
        var crash = new CrashImport(seed: 5, mails: TestDatabase.IsPostgres ? 600 : 3000, Environment.GetEnvironmentVariable("LEADERFUL_TEST_POSTGRES") ?? "", said);
        var whole = await crash.Run(kills: 3);
        output.WriteLine(said.ToString());
        Assert.True(whole, said.ToString());
    }
}
