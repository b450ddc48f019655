using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>
/// A name as it is looked for, with a blank before each of its words: what begins a word follows a blank. It stands on every
/// membership, because no database finds the names of one community in an index of all people's.
/// </summary>
public static class NameKey
{
    /// <summary>Index rows have a limit, and some letters fold to many.</summary>
    public const int Longest = 200;

    private const int AtOnce = 500;

    public static string Of(string name) => Cut($" {Folded.Of(name)}");

    /// <summary>The beginning of a word of a name.</summary>
    public static string Beginning(string letters) => Cut($" {Folded.Of(letters)}");

    /// <summary>Somebody is called otherwise, or nothing any more.</summary>
    public static Task KeepName(this Unit unit, Id<Person> person, string name) =>
        unit.Db.The<Membership>().Where(m => m.PersonId == person).ExecuteUpdateAsync(m => m.SetProperty(x => x.NameKey, Of(name)));

    /// <summary>Memberships from before there were keys get theirs, which no database can make.</summary>
    public static async Task KeepNames(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, writes) = (scope.ServiceProvider.GetRequiredService<Db>(), services.GetRequiredService<Writes>());
        var without = await (
            from m in db.The<Membership>()
            join p in db.The<Person>() on m.PersonId equals p.Id
            join a in db.The<Actor>() on p.ActorId equals a.Id
            where m.NameKey == ""
            select new { p.Id, a.Name }).Distinct().ToListAsync();
        foreach (var some in without.Chunk(AtOnce)) await writes.Do(async unit =>
        {
            foreach (var one in some) await unit.KeepName(one.Id, one.Name);
        });
    }

    private static string Cut(string key) => key.Length <= Longest ? key : key[..(char.IsHighSurrogate(key[Longest - 1]) ? Longest - 1 : Longest)];
}
