using System.Text.RegularExpressions;
using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Bringing;
using Leaderful.Communities.Requests;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Mail;
using Leaderful.Mail.Archive;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Wall;
using Leaderful.People;
using Leaderful.Prompts;
using Leaderful.Rounds;
using Leaderful.Reflections;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Leaderful.Stories.Moments;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Crawl.Canaries;

/// <summary>Every address that somebody could type who knew every number there is: all pages × all that is in the database.</summary>
public static partial class Addresses
{
    private static readonly string[] Apart = ["/live", "/set-up"];

    public static async Task<IReadOnlyList<string>> All(CanaryWorld world)
    {
        var known = await world.Read(Known);
        return [.. Pages(world.Services).SelectMany(page => Fill(page, known)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pages(IServiceProvider services) =>
        from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !endpoint.RoutePattern.RawText!.Contains(":file", StringComparison.Ordinal)
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        let page = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where !Apart.Contains(page)
        select page;

    private static IEnumerable<string> Fill(string pattern, Dictionary<string, string[]> known)
    {
        if (Place().Match(pattern) is not { Success: true } place) return [pattern];
        var kind = place.Groups[1].Value == "id" ? $"id of {pattern[..place.Index].TrimEnd('/').Split('/')[^1]}" : place.Groups[1].Value;
        return known.GetValueOrDefault(kind, ["AZqUzZ2tcYyqyM9hF3Zp1A"]).SelectMany(value => Fill(pattern.Remove(place.Index, place.Length).Insert(place.Index, value), known));
    }

    private static async Task<Dictionary<string, string[]>> Known(Db db) => new(StringComparer.Ordinal)
    {
        ["community"] = [.. await db.The<Community>().Select(c => c.Slug).ToListAsync()],
        ["key"] = [.. HousePrompts.All.Select(s => s.Key), HousePrompts.Everyday, "growing"],
        ["id of initiatives"] = Say(await db.The<Initiative>().Select(i => i.Id).ToListAsync()),
        ["id of rounds"] = Say(await db.The<Round>().Select(r => r.Id).ToListAsync()),
        ["id of one-to-ones"] = Say(await db.The<OneToOne>().Select(o => o.Id).ToListAsync()),
        ["id of reflections"] = Say(await db.The<Reflection>().Select(r => r.Id).ToListAsync()),
        ["id of stories"] = Say(await db.The<Story>().Select(s => s.Id).ToListAsync()),
        ["id of changes"] = Say(await db.The<SignificantChange>().Select(c => c.Id).ToListAsync()),
        ["moment"] = Say(await db.The<Moment>().Select(m => m.Id).ToListAsync()),
        ["id of gatherings"] = Say(await db.The<Gathering>().Select(c => c.Id).ToListAsync()),
        ["language"] = ["fr"],
        ["number"] = ["1", "2", "3", "4"],
        ["id of calls"] = Say(await db.The<Call>().Select(c => c.Id).ToListAsync()),
        ["group"] = Say(await db.The<SynonymGroup>().Select(g => g.Id).ToListAsync()),
        ["id of conversations"] = Say(await db.The<Conversation>().Select(c => c.Id).ToListAsync()),
        ["id of things"] = Say(await db.The<Thing>().Select(c => c.Id).ToListAsync()),
        ["id of pages"] = Say(await db.The<Leaderful.Pages.Page>().Select(c => c.Id).ToListAsync()),
        ["id of circles"] = Say(await db.The<Circle>().Select(c => c.Id).ToListAsync()),
        ["id of commitments"] = Say(await db.The<Commitment>().Select(c => c.Id).ToListAsync()),
        ["given"] = Say(await db.The<Given>().Select(c => c.Id).ToListAsync()),
        ["topic"] = Say(await db.The<Topic>().Select(c => c.Id).ToListAsync()),
        ["slot"] = Say(await db.The<Slot>().Select(c => c.Id).ToListAsync()),
        ["place"] = Say(await db.The<Leaderful.OpenSpace.Wall.Place>().Select(c => c.Id).ToListAsync()),
        ["case"] = Say(await db.The<CareCase>().Select(c => c.Id).ToListAsync()),
        ["agreement"] = Say(await db.The<Agreement>().Select(c => c.Id).ToListAsync()),
        ["list"] = Say(await db.The<GuestList>().Select(c => c.Id).ToListAsync()),
        ["import"] = Say(await db.The<MailImport>().Select(c => c.Id).ToListAsync()),
        ["link"] = Say(await db.The<CapabilityLink>().Select(c => c.Id).ToListAsync()),
        ["person"] = Say(await db.The<Person>().Select(c => c.Id).ToListAsync()),
        ["attachment"] = Say(await db.The<Attachment>().Select(c => c.Id).ToListAsync()),
        ["entry"] = Say(await db.The<PortraitEntry>().Select(c => c.Id).ToListAsync()),
        ["request"] = Say(await db.The<JoinRequest>().Select(c => c.Id).ToListAsync()),
        ["mail"] = Say(await db.The<QueuedMail>().Select(c => c.Id).ToListAsync()),
    };

    private static string[] Say<T>(List<Id<T>> ids) => [.. ids.Select(i => i.ToString())];

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}", RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
