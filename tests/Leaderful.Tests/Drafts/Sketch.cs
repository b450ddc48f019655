using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.Drafts;

/// <summary>What somebody types on one device and finds on another.</summary>
public static class Sketch
{
    /// <summary>As the island sends it. Answers the stamp the form goes on from.</summary>
    public static async Task<Screen> Type(this Visitor who, string address, string text, string from = "", string? key = null, params (string, string)[] more) =>
        await who.Post($"{address}/draft", [("text", text), ("draft", from), ("key", key ?? Talk.Key()), .. more]);

    public static string Stamp(this Screen answer) => answer.Page.QuerySelector("input[name=draft]")?.GetAttribute("value") ?? "";

    public static string As(this Screen answer) => answer.Page.QuerySelector("input[name=draft]")?.GetAttribute("data-as") ?? "";

    public static string Field(this Screen page) => page.Page.QuerySelector("textarea[name=text]")!.TextContent;

    /// <summary>The buttons that throw something away beside a form.</summary>
    public static IReadOnlyList<string> Thrown(this Screen page) => [.. page.Page.QuerySelectorAll("button[form=draft-acts]").Select(b => b.GetAttribute("formaction")!)];

    /// <summary>The same person on one more device.</summary>
    public static async Task<Visitor> OtherDevice(this World world, Visitor who) =>
        world.With(who.Person, await world.Writes.Do(unit => Task.FromResult(unit.SignIn(who.Person, "Another browser"))));

    public static Task<List<Draft>> DraftsOf(this World world, Visitor who, Id<Conversation>? about = null) =>
        world.Read(db => db.The<Draft>().Where(d => d.PersonId == who.Person.Id && (about == null || d.Subject == about.Value.As<Thing>())).OrderBy(d => d.KeptAt).ToListAsync());

    public static string EditOf(Id<Conversation> id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Talk.Path(id)}/posts/{number}");
}
