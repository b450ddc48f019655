using System.Globalization;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.Circles;

/// <summary>Millbrook with more people in it: Wen and Bea. Ines tends it and belongs to no circle unless a test says so.</summary>
public sealed class CircleWorld : World
{
    private int begun;

    public Visitor Wen { get; private set; } = null!;
    public Visitor Bea { get; private set; } = null!;

    /// <summary>Everybody who is not in a circle of Ruth's and Wen's, from near to far.</summary>
    public IReadOnlyList<Visitor> Others => [Bea, Ines, Hanna, Tove, Samir, Anyone()];

    protected override async Task Settle()
    {
        await base.Settle();
        Wen = await Newcomer("Wen Li");
        Bea = await Newcomer("Bea Lindqvist");
    }

    /// <summary>One more member of Millbrook.</summary>
    public async Task<Visitor> Newcomer(string name = "Joss Penhale")
    {
        var visitor = await Register(name, $"{Guid.NewGuid():N}@new.example");
        await Join(visitor, Millbrook);
        return visitor;
    }

    /// <summary>A circle these people belong to; the first began it.</summary>
    public async Task<Circle> Circle(Joining joining, params Visitor[] people)
    {
        var name = $"Circle {Interlocked.Increment(ref begun).ToString(CultureInfo.InvariantCulture)} of the night";
        var first = people[0].Person;
        var id = await Writes.Do(unit => unit.BeginCircle(Millbrook.Id, Millbrook.ScopeId, first.Id, first.ActorId, new CircleWish(name, "To lead from where we stand.", Joining.Open)));
        foreach (var person in people.Skip(1)) await Writes.Do(unit => unit.JoinCircle(id!.Value, person.Person.Id, person.Person.ActorId));
        await Writes.Do(unit => unit.SetCircle(id!.Value, first.ActorId, new CircleWish(name, "To lead from where we stand.", joining)));
        return await Read(db => db.The<Circle>().SingleAsync(c => c.Id == id));
    }

    public Task<Id<Conversation>> Say(Visitor who, Circle circle, string title) =>
        Writes.Do(unit => unit.Begin(who.Person.ActorId, Millbrook.Id, circle.ScopeId, title, Said.Of($"Between us: {title}")));

    public static string Path(Circle circle) => $"/c/millbrook/circles/{circle.Id}";

    public Task<bool> Belongs(Visitor who, Circle circle) => Read(db =>
        db.The<CircleMembership>().AnyAsync(m => m.CircleId == circle.Id && m.PersonId == who.Person.Id && m.LeftAt == null));

    public static string Own(string what) => $"{what} {Guid.NewGuid():N}";
}
