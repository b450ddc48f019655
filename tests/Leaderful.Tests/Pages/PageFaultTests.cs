using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Soak.Together;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>A slice of <c>bin/soak</c>: the program, a node or the database goes while people type. Nothing that anybody has seen may go with it.</summary>
public class PageFaultTests(ITestOutputHelper output, World world) : IClassFixture<World>, IDisposable
{
    private static readonly string Postgres = Environment.GetEnvironmentVariable("LEADERFUL_TEST_POSTGRES") ?? "";

    private readonly StringWriter said = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        said.Dispose();
    }

    [Fact]
    public async Task What_others_have_seen_outlives_the_program()
    {
        var isRight = await new CrashPages(seed: 7, Postgres, said).Run(kills: 2);
        output.WriteLine(said.ToString());
        Assert.True(isRight, said.ToString());
    }

    [Fact]
    public async Task What_others_have_seen_outlives_a_node_and_its_people_go_on_at_another()
    {
        if (!TestDatabase.IsPostgres) Assert.Skip("Several nodes need PostgreSQL.");
        var (isRight, _) = await new CrashPages(seed: 8, Postgres, said).RunTwo(kills: 2);
        output.WriteLine(said.ToString());
        Assert.True(isRight, said.ToString());
    }

    [Fact]
    public async Task A_database_that_rests_is_waited_for()
    {
        if (!TestDatabase.IsPostgres) Assert.Skip("Only PostgreSQL rests.");
        var server = Directory.CreateTempSubdirectory("leaderful-server-");
        // Who runs as root runs the database as somebody else.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(server.FullName, File.GetUnixFileMode(server.FullName) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        try
        {
            var isRight = await new Faults(seed: 9, Repository.Root, said).DatabaseRests(server.FullName, times: 1);
            Assert.True(isRight, said.ToString());
        }
        finally
        {
            using var stop = System.Diagnostics.Process.Start(Path.Combine(Repository.Root, "bin", "postgres"), ["stop", server.FullName]);
            await stop.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task With_no_space_left_nothing_is_said_to_be_kept_and_pages_are_read_on()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("On PostgreSQL it is the database's disk.");
        var isRight = await new Faults(seed: 10, Repository.Root, said).FullDisk(times: 1);
        if (isRight is null) Assert.Skip("No small disk can be mounted here.");
        Assert.True(isRight, said.ToString());
    }

    [Fact]
    public async Task What_found_no_space_is_kept_when_there_is_some_without_help()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("On PostgreSQL it is the database's disk.");
        var id = await world.Writes.Do(unit => unit.BeginPage(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "A full house"));
        await using var ruth = await Hand.On(world, world.Ruth, id);
        await ruth.Kept();
        // The writer's connection is told that there are no more pages to be had, which is what it finds on a full disk.
        await world.Writes.Do(unit => unit.Db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1"));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Writes.Do(unit => unit.Db.Database.ExecuteSqlRawAsync("CREATE TABLE no_space (at INTEGER)")));
        var much = new string('x', 300_000);
        await ruth.Write(much);
        await ruth.Kept();
        await using var ines = await Hand.On(world, world.Ines, id);
        Assert.Equal(much, ines.Text);
    }
}
