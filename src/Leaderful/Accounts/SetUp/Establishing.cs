using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class Establishing
{
    /// <summary>The instance's first account and first community; nothing where somebody was quicker.</summary>
    public static async Task<(Person Person, Community Community)?> Establish(this Unit unit, Beginning beginning)
    {
        if (await unit.Db.The<Instance>().AnyAsync() || await unit.Db.The<Person>().AnyAsync()) return null;
        var person = unit.Register(beginning.Name, beginning.Email, beginning.Language);
        person.OperatorSince = unit.Now;
        // Its key decides between two who come at once, before either founds anything.
        unit.Db.Add(new Instance { Address = beginning.Address, SetUpById = person.Id, SetUpAt = unit.Now });
        unit.Journal(person.ActorId, "instance.set-up");
        return (person, unit.Found(person, beginning.Community, beginning.Slug));
    }
}

public sealed record Beginning(string Name, string Email, string? Language, string Community, string Slug, string Address);
