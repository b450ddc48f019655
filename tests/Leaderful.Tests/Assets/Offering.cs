using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Assets;

/// <summary>What the tests of this room offer, call for and look up.</summary>
public static class Offering
{
    public const string Assets = "/c/millbrook/assets";
    public const string Calls = "/c/millbrook/calls";

    /// <summary>Letters only, so that no beginning of another finds it.</summary>
    public static string Word() => string.Concat("q", new string([.. Guid.NewGuid().ToString("N").Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16)))]));

    public static Task<Id<PortraitEntry>> Offer(this World world, Visitor who, string text, Id<Scope>? scope = null, Facet facet = Facet.Offer) =>
        world.Writes.Do(unit => Task.FromResult(unit.Portray(who.Person.Id, who.Person.ActorId, facet, new Opening(text, scope ?? world.Millbrook.ScopeId, ""))));

    public static async Task<string> Found(this Visitor who, string words, string where = "/c/millbrook") => (await who.Get($"{where}/assets?q={Uri.EscapeDataString(words)}")).Main;

    /// <summary>In the list of who could help, or of who looks for the same.</summary>
    public static async Task<IReadOnlyList<string>> Names(this Visitor who, string words, string list = "helping") =>
        [.. (await who.Get($"{Assets}?q={Uri.EscapeDataString(words)}")).Page.QuerySelectorAll($"section:has(#{list}) .name").Select(n => n.TextContent.Trim())];

    public static Task Agree(this World world, Visitor who, string words) => world.Writes.Do(unit => unit.AgreeToCalls(who.Person.Id, world.Millbrook.Id, words));

    public static async Task<Id<Call>> Call(this World world, Visitor who, string what, int days = 7)
    {
        var id = await world.Writes.Do(unit => unit.CallForHelp(who.Person.ActorId, world.Millbrook.Id, new CallWish(what, world.Today().AddDays(days))));
        await world.GoOut(id);
        return id;
    }

    /// <summary>The three minutes are over.</summary>
    public static Task GoOut(this World world, Id<Call> id) => world.Writes.Do(unit => unit.Reach(world.Paper(), world.Services.GetRequiredService<HouseWords>(), id));

    public static Task<List<Id<Person>>> Reached(this World world, Id<Call> id) =>
        world.Read(db => db.The<CallAnswer>().Where(a => a.CallId == id && a.CalledAt != null).Select(a => a.PersonId).ToListAsync());

}
