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

    public static string Of(string name) => Cut($" {Folded.Of(name)}");

    /// <summary>The beginning of a word of a name.</summary>
    public static string Beginning(string letters) => Cut($" {Folded.Of(letters)}");

    /// <summary>Somebody is called otherwise, or nothing any more.</summary>
    public static Task KeepName(this Unit unit, Id<Person> person, string name) =>
        unit.Db.The<Membership>().Where(m => m.PersonId == person).ExecuteUpdateAsync(m => m.SetProperty(x => x.NameKey, Of(name)));

    private static string Cut(string key) => key.Length <= Longest ? key : key[..(char.IsHighSurrogate(key[Longest - 1]) ? Longest - 1 : Longest)];
}
