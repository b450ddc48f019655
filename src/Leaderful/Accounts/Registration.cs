using Leaderful.Data;

namespace Leaderful.Accounts;

public static class Registration
{
    /// <summary>A new account: the person, the actor that bears their name, and the scope only they read.</summary>
    public static Person Register(this Unit unit, string name, string email, string? language = null)
    {
        var id = Id<Person>.New();
        var actor = new Actor { Id = Id<Actor>.New(), Kind = ActorKind.Person, Name = name, PersonId = id };
        var person = new Person
        {
            Id = id, ActorId = actor.Id, ScopeId = Id<Scope>.New(), Email = email.Trim(), EmailKey = Person.KeyOf(email),
            Language = language, CreatedAt = unit.Now,
        };
        unit.Db.AddRange(Scope.Of(person), actor, person);
        unit.Journal(actor.Id, "person.registered", id.Value);
        return person;
    }
}
