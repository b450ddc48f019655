using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Commitments;

/// <summary>What the tests of this room promise and look up.</summary>
public static class Promises
{
    public const string List = "/c/millbrook/commitments";

    public static string Path(Id<Commitment> id) => $"{List}/{id}";

    public static DateOnly Today(this World world) => DateOnly.FromDateTime(world.Time.Utc());

    /// <summary>Somebody takes something on, or asks another to; in Millbrook unless it is for a circle.</summary>
    public static async Task<Id<Commitment>> Promise(this World world, Visitor who, string what, Promise? as_ = null)
    {
        var promise = as_ ?? new Promise(what, world.Today().AddDays(14), world.Millbrook.ScopeId);
        return (await world.Writes.Do(unit => unit.Promise(who.Person.ActorId, world.Millbrook.Id, promise with { What = what })))!.Value;
    }

    public static Task<Id<Commitment>> Ask(this World world, Visitor who, Visitor doer, string what) =>
        world.Promise(who, what, new Promise(what, world.Today().AddDays(14), world.Millbrook.ScopeId) { Doer = doer.Person.ActorId });

    public static Task<Commitment> Commitment(this World world, Id<Commitment> id) => world.Read(db => db.The<Commitment>().SingleAsync(c => c.Id == id));

    public static async Task<CommitmentState> State(this World world, Id<Commitment> id) => (await world.Commitment(id)).StateAt(world.Time.Utc());

    public static async Task<Commitment> Named(this World world, string what) => await world.Read(db => db.The<Commitment>().SingleAsync(c => c.What == what));

    public static string Own(string what) => CircleWorld.Own(what);

    /// <summary>What only this one is found by.</summary>
    public static string Word(string own) => own.Split(' ')[^1];

    public static Letterhead Paper(this World world) => new(world.Services.GetRequiredService<Languages>(), "https://leaderful.example");

    /// <summary>Whoever proved their address gets letters.</summary>
    public static Task Prove(this World world, Visitor who) => world.Writes.Do(unit =>
        unit.Db.The<Person>().Where(p => p.Id == who.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));

    public static Task<List<QueuedMail>> Letters(this World world, Id<Commitment> about) =>
        world.Read(db => db.The<QueuedMail>().Where(m => m.About == about.Value).OrderBy(m => m.CreatedAt).ToListAsync());
}
