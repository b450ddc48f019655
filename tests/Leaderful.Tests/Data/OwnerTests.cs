using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Leaderful.Tests.Data;

/// <summary>
/// Whose each table is: a community's, a person's, the instance's, or one of them by the row. A new table is written down
/// beside this test, so that nobody makes one without asking who takes it along when they leave.
/// </summary>
public class OwnerTests(World world) : IClassFixture<World>
{
    private static readonly string ListPath = Path.Combine(Repository.Root, "tests/Leaderful.Tests/Data/owners.txt");

    [Fact]
    public async Task Every_table_has_an_owner_and_is_written_down()
    {
        var actual = await world.Read(db => Task.FromResult(db.Model.GetEntityTypes()
            .Select(e => $"{e.GetTableName()} {Owner(e)}").Distinct().Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(await File.ReadAllLinesAsync(ListPath, TestContext.Current.CancellationToken), actual);
    }

    private static string Owner(IEntityType entity)
    {
        if (entity.ClrType == typeof(Community) || entity.FindProperty("CommunityId") is { IsNullable: false }) return "community";
        if (entity.ClrType == typeof(Person) || entity.FindProperty("PersonId") is { IsNullable: false }) return "person";
        return entity.FindProperty("CommunityId") is null && entity.FindProperty("PersonId") is null ? "instance" : "by-row";
    }
}
