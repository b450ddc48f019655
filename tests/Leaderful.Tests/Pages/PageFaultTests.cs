using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Soak.Together;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>A slice of <c>bin/soak</c>: the program goes, or the disk is full, while people type. Nothing that anybody has seen may go with it.</summary>
public class PageFaultTests(ITestOutputHelper output, World world) : IClassFixture<World>, IDisposable
{
    private readonly StringWriter said = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        said.Dispose();
    }

    [Fact]
    public async Task What_others_have_seen_outlives_the_program()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("On PostgreSQL, with nodes and databases that go, bin/soak tries it.");
        var isRight = await new CrashPages(seed: 7, "", said).Run(kills: 2);
        output.WriteLine(said.ToString());
        Assert.True(isRight, said.ToString());
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
