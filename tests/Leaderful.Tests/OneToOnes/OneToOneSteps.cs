using System.Net;
using Leaderful.Data;
using Leaderful.OneToOnes;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OneToOnes;

/// <summary>What people do with one-to-ones, step by step.</summary>
internal static class OneToOneSteps
{
    public const string List = "/c/millbrook/one-to-ones";

    public static string At(OneToOne one) => $"{List}/{one.Id}";

    public static async Task<OneToOne> Plan(this CircleWorld world, Visitor by, string name, params (string, string)[] more)
    {
        var fields = new Dictionary<string, string> { ["name"] = name, ["day"] = "2027-03-04", ["at"] = "07:30", ["minutes"] = "45", ["zone"] = "Europe/Berlin" };
        foreach (var (key, value) in more) fields[key] = value;
        var answer = await by.Post(List, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var id = Id<OneToOne>.TryParse(answer.Location.Split('/')[^1].Split('?', '#')[0], null, out var made) ? made : default;
        return await world.Now(id);
    }

    public static Task<OneToOne> Now(this CircleWorld world, Id<OneToOne> id) => world.Read(db => db.The<OneToOne>().AsNoTracking().SingleAsync(o => o.Id == id));

    /// <summary>An address of its own, so that tests beside each other read their own letters.</summary>
    public static string Address() => $"{Guid.NewGuid():N}@far.example";

    /// <summary>Asks by letter; the planned time is the first of those to choose from.</summary>
    public static async Task AskByLetter(Visitor by, OneToOne one, string email = "", params (string, string)[] more)
    {
        var fields = new Dictionary<string, string> { ["way"] = "Mail", ["email"] = email, ["day"] = "2027-03-04", ["at"] = "07:30" };
        foreach (var (key, value) in more) fields[key] = value;
        Assert.Equal(HttpStatusCode.SeeOther, (await by.Post($"{At(one)}/request", [.. fields.Select(f => (f.Key, f.Value))])).Status);
    }

    /// <summary>The value of a choice, as it stands beside these words.</summary>
    public static string Choice(Screen page, string said) =>
        page.Page.QuerySelectorAll("#answer label").Single(l => l.TextContent.Contains(said, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
}
