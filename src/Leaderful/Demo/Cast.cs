using Leaderful.Accounts;
using Leaderful.Data;

namespace Leaderful.Demo;

/// <summary>Who is who, by the short names the script calls them.</summary>
public sealed class Cast
{
    private readonly Dictionary<string, Role> roles = Script.Table("cast.txt").Select(c => new Role(c[0], c[1], c[2])).ToDictionary(r => r.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    public Role Role(string who) => roles[who];

    /// <summary>Whether they have come already.</summary>
    public bool Has(string who) => people.ContainsKey(who);

    public Person Person(string who) => people[who];

    public Id<Actor> Actor(string who) => people[who].ActorId;

    public void Take(string who, Person person) => people.Add(who, person);

    /// <summary>An account, where they have none yet.</summary>
    public Person Register(Unit unit, string who)
    {
        if (people.TryGetValue(who, out var known)) return known;
        var person = unit.Register(roles[who].Name, roles[who].Address);
        person.EmailProvedAt = unit.Now;
        Take(who, person);
        return person;
    }

    public Session Session(string who) => new()
    {
        DeviceId = Id<Device>.New(), PersonId = people[who].Id, ActorId = people[who].ActorId, ScopeId = people[who].ScopeId,
        Name = roles[who].Name, Email = roles[who].Address, Communities = [], Ended = CancellationToken.None,
    };
}

public sealed record Role(string Key, string Name, string Address);
