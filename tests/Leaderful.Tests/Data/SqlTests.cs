using System.Text;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Tests.Hostile;
using Xunit;

namespace Leaderful.Tests.Data;

public class SqlTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_stands_in_braces_comes_back_as_it_was_and_is_never_part_of_the_statement()
    {
        var (id, time) = (Id<Person>.New(), world.Time.Utc());
        foreach (var text in HostileTexts.Some.Concat(HostileTexts.Attacks).Where(t => !t.Contains('\0', StringComparison.Ordinal) && !t.EnumerateRunes().Contains(Rune.ReplacementChar)))
        {
            Sql asked = $"SELECT CAST({text} AS text), {id}, {time}, {7}";
            Assert.Equal("SELECT CAST(@p0 AS text), @p1, @p2, @p3", asked.ToString());
            var row = Assert.Single(await world.Read(db => db.Ask(asked, r => (r.Text(0), r.Id<Person>(1), r.Time(2), r.Number(3)))));
            Assert.Equal((text, id, time, 7), row);
        }
    }

    [Fact]
    public async Task Parts_bring_their_values_along_in_their_order()
    {
        Sql inner = $"{2} + {3}";
        Sql whole = $"SELECT {1} * 100 + ({inner}) * 10 + ({inner}), {"four"}{Sql.None}";
        Assert.Equal("SELECT @p0 * 100 + (@p1 + @p2) * 10 + (@p3 + @p4), @p5", whole.ToString());
        Assert.Equal((155, "four"), Assert.Single(await world.Read(db => db.Ask(whole, r => (r.Number(0), r.Text(1))))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 8)]
    [InlineData(33, 64)]
    public async Task A_list_has_what_is_in_it_and_nothing_else_and_comes_in_few_lengths(int many, int marks)
    {
        var ids = Enumerable.Range(0, many).Select(_ => Id<Person>.New()).ToList();
        Sql empty = $"SELECT 1 WHERE {Id<Person>.New()} IN {ids}";
        Assert.Equal(marks + 1, empty.ToString().Count(c => c == '@'));
        Assert.Empty(await world.Read(db => db.Ask(empty, r => r.Number(0))));
        Assert.Single(await world.Read(db => db.Ask($"SELECT 1 WHERE {Id<Person>.New()} NOT IN {ids}", r => r.Number(0))));
        foreach (var one in ids) Assert.Single(await world.Read(db => db.Ask($"SELECT 1 WHERE {one} IN {ids}", r => r.Number(0))));
    }
}
