using System.Net;
using System.Text.RegularExpressions;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Pages.Together;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Mentions;

/// <summary>Who is named on a page as it stands, and who of them wrote that themselves. Only who may read it is named, by the rule for posts.</summary>
internal sealed record NamedOn(IReadOnlyList<Id<Person>> People, IReadOnlyList<Id<Person>> Writing)
{
    public static readonly NamedOn Nobody = new([], []);
}

internal static partial class NamedOnPages
{
    private const int AtOnce = 20;
    private const int Most = 100;

    /// <param name="since">The row of its log up to which it had been looked at before.</param>
    public static async Task<NamedOn> NamedOn(this Db db, Id<Page> id, string html, long since)
    {
        var calls = Calls(html);
        if (calls.Count == 0 || await db.PlaceOf(id) is not { } place) return Mentions.NamedOn.Nobody;
        var people = new HashSet<Id<Person>>();
        foreach (var some in calls.Take(Most).Chunk(AtOnce))
            people.UnionWith((await db.Called(place.Here, place.Circle, string.Join('\n', some.Select(c => c(place.Here))))).Select(c => c.PersonId).OfType<Id<Person>>());
        return people.Count == 0 ? Mentions.NamedOn.Nobody : new NamedOn([.. people], await db.WroteSince(id, since));
    }

    /// <summary>As in a post: "@" and the name, or the address of somebody's page where a name is not alone.</summary>
    private static List<Func<Here, string>> Calls(string html) =>
    [
        .. Mentioned().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["id"].Value)).Distinct(StringComparer.Ordinal)
            .Select(id => (Func<Here, string>)(here => Id<Person>.TryParse(id, null, out _) ? $"{here.Path}/people/{id}" : $"@{id}")),
        .. Linked().Matches(html).Select(m => m.Groups["path"].Value).Distinct(StringComparer.Ordinal).Select(path => (Func<Here, string>)(_ => path)),
    ];

    private static async Task<(Here Here, OwnCircle? Circle)?> PlaceOf(this Db db, Id<Page> id) => (await db.Ask($"""
        SELECT k."Id", k."ScopeId", k."Slug", k."Name", c."Id", c."ScopeId", c."Name" FROM pages p JOIN things t ON t."Id" = p."Id"
        JOIN communities k ON k."Id" = p."CommunityId" LEFT JOIN circles c ON c."ScopeId" = t."ScopeId" WHERE p."Id" = {id} AND t."DeletedAt" IS NULL
        """, row => ((Here, OwnCircle?)?)(
            new Here(row.Id<Community>(0), row.Id<Scope>(1), row.Text(2), row.Text(3), "", "", "", false, 0),
            row.IsNone(4) ? null : new OwnCircle(row.Id<Circle>(4), row.Id<Scope>(5), row.Id<Community>(0), row.Text(6), 0, default)))).FirstOrDefault();

    private static async Task<IReadOnlyList<Id<Person>>> WroteSince(this Db db, Id<Page> id, long since)
    {
        const int most = 500;
        var clients = (await db.RowsAfter(id, since, most)).SelectMany(r => YUpdate.Inspect(r.Bytes.Span).Clients).Select(c => c.Client).ToHashSet();
        var writers = await (
            from w in db.The<PageWriter>()
            join p in db.The<Person>() on w.ActorId equals p.ActorId
            where w.PageId == id
            select new { w.Client, p.Id }).ToListAsync();
        return [.. writers.Where(w => clients.Contains(w.Client)).Select(w => w.Id).Distinct()];
    }

    [GeneratedRegex("<span data-type=\"mention\" data-id=\"(?<id>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mentioned();

    [GeneratedRegex("href=\"[^\"]*(?<path>/c/[^/\"]+/people/[A-Za-z0-9_-]{22})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();
}
