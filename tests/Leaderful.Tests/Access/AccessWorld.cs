using System.Net;
using System.Text.RegularExpressions;
using Leaderful.Communities;
using Leaderful.Prompts;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.Access;

/// <summary>Millbrook with one of everything in it, so that nobody is kept out only because nothing is there.</summary>
public sealed partial class AccessWorld : World
{
    private readonly Dictionary<string, string> samples = new(StringComparer.Ordinal);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        samples["community"] = Millbrook.Slug;
        samples["key"] = HousePrompts.Preparing;
        samples["language"] = "fr";
        await Writes.Do(unit => unit.RewordPrompts(Millbrook.Id, Ines.Person.ActorId, HousePrompts.Find(HousePrompts.Preparing)!, new PromptWish("en", [new("why", "Why?", "")]), null));
        // Open to be found, so that what is for anyone is there for anyone.
        await Writes.Do(async unit => (await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == Millbrook.Id)).Finding = Finding.Public);
    }

    public string Fill(string pattern) => Place().Replace(pattern, place => samples.GetValueOrDefault(place.Groups[1].Value, "AZqUzZ2tcYyqyM9hF3Zp1A"));

    /// <summary>Pages that need more than their address to be there: a token, something taken down, an instance not set up.</summary>
    public bool IsHeldBack(string pattern) => Place().Matches(pattern).Any(p => !samples.ContainsKey(p.Groups[1].Value)) || HeldBack.Contains(pattern);

    /// <summary>Who must not get through, and what may come back to them.</summary>
    public IEnumerable<(string Name, Func<Visitor> Who, Func<HttpResponseMessage, bool> MayBe)> KeptOut(Who door)
    {
        if (door == Who.Anyone) yield break;
        yield return ("somebody not signed in", Anyone, IsAskedToSignIn);
        if (door == Who.People) yield break;
        yield return ("a stranger", () => Samir, IsMissing);
        if (door != Who.Operators) yield return ("the other community's steward", () => Hanna, IsMissing);
        if (door != Who.Operators) yield return ("the other community's member", () => Tove, IsMissing);
        if (door != Who.Members) yield return ("a plain member", () => Ruth, IsMissing);
    }

    public Visitor LetIn(Who door) => door switch
    {
        Who.Anyone => Anyone(),
        Who.People => Samir,
        Who.Members => Ruth,
        _ => Ines,
    };

    private static readonly HashSet<string> HeldBack = new(StringComparer.Ordinal) { "/set-up", "/live", "/me/portrait/new" };

    private static bool IsAskedToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
        && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;

    private static bool IsMissing(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.NotFound;

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}", RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
