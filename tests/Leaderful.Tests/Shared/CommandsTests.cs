using Leaderful.Shared;
using Leaderful.Tests.Mail.Archive;
using Xunit;

namespace Leaderful.Tests.Shared;

public class CommandsTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public void Without_a_command_the_program_serves(params string[] args) => Assert.Null(Commands.Asked(args));

    [Fact]
    public void Help_lists_the_commands() => Assert.Equal(0, Commands.Asked(["--help"])!.Value.Code);

    [Theory]
    [InlineData("import")]
    [InlineData("import-mail")]
    [InlineData("import-mail", "/dev/null")]
    [InlineData("import-mail", "--community", "millbrook")]
    [InlineData("import-mail", "/dev/null", "--comunity", "millbrook")]
    [InlineData("import-mail", "/not/there", "--community", "millbrook")]
    [InlineData("import-mail", "/dev/null", "/dev/null", "--community", "millbrook")]
    public void Wrong_words_end_with_two_before_anything_is_touched(params string[] args)
    {
        var asked = Commands.Asked(args)!.Value;
        Assert.Null(asked.Run);
        Assert.Equal(2, asked.Code);
    }

    [Theory]
    [InlineData("receive-mail", "answers@leaderful.example")]
    [InlineData("receive-mail", "--to", "answers@leaderful.example")]
    public void A_mail_server_that_calls_it_wrongly_keeps_its_mail(params string[] args) => Assert.Equal((null, 75), Commands.Asked(args)!.Value);

    [Fact]
    public async Task An_archive_is_brought_in_from_the_console()
    {
        var path = Path.Combine(world.Folder, "console.mbox");
        await File.WriteAllTextAsync(path, Letterbox.Letter("console@x", "From the console"));
        Assert.Equal(0, await Run("import-mail", path, "--community=millbrook", "--Leaderful:DataFolder", "x"));
        Assert.Contains(await world.Posts(world.Millbrook), p => p.Title == "From the console");
    }

    [Fact]
    public async Task A_community_that_is_not_there_is_said() => Assert.Equal(2, await Run("import-mail", world.Folder, "--community", "nowhere"));

    private Task<int> Run(params string[] args) => Commands.Asked(args)!.Value.Run!(world.Services, CancellationToken.None);
}
