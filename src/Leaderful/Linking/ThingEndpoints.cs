using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Search;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Linking;

/// <summary>
/// Where a thing is, whatever it is: for what points at it without knowing more than its id, such as a page that shows it. What is
/// not theirs to see is not there.
/// </summary>
public static class ThingEndpoints
{
    private const int MostOfAKind = 4;

    /// <summary>What stands before a thing's id.</summary>
    public const string Path = "/things/";

    public static string PathOf(Id<Thing> id) => $"{Path}{id}";

    public static void MapThings(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/things").ForPeople("a thing says itself who may see it").MapGet("/{id}", Anywhere);
        var community = app.MapGroup("/c/{community}/things").ForMembers("what a page of the community can show");
        community.MapGet("", Named);
        community.MapGet("/{id}", Here);
    }

    private static async Task<IResult> Anywhere(Id<Thing> id, Viewer viewer, Db db)
    {
        var community = await db.The<Thing>().Where(t => t.Id == id && t.DeletedAt == null).Select(t => t.CommunityId).SingleOrDefaultAsync();
        return community is { } where && viewer.Me.In(where) is { } here ? Results.Redirect($"{here.Path}/things/{id}", preserveMethod: true) : Results.NotFound();
    }

    /// <summary>Leads to it; says to a page that shows it how it is called and how it stands.</summary>
    private static async Task<IResult> Here(Id<Thing> id, HttpContext context, Viewer viewer, Db db)
    {
        if (await db.AnyThing(viewer, id) is not { } thing) return Results.NotFound();
        return context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? Results.Json(new { name = thing.Name, kind = viewer.Words[$"linking.kind.{thing.Kind.Key()}"], size = thing.Size, at = thing.LastAt is { } at ? Time.Instant(at) : null, path = thing.Path }) : Results.Redirect(thing.Path);
    }

    /// <summary>
    /// What can be shown on a page by the first letters of its name: of the page's own rung and of the community's, so that no name is
    /// told to those who may not read it.
    /// </summary>
    private static async Task<IResult> Named(string? q, Id<Page>? on, Viewer viewer, Db db)
    {
        var scopes = new List<Id<Scope>> { viewer.Here.ScopeId };
        if (on is { } id)
        {
            if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
            if (page.ScopeId != scopes[0]) scopes.Add(page.ScopeId);
        }
        var place = new SearchPlace(viewer.Me, scopes, viewer.Here);
        var found = new List<Id<Thing>>();
        foreach (var kind in (FoundKind[])[FoundKind.Conversations, FoundKind.Pages, FoundKind.Gatherings, FoundKind.Topics, FoundKind.Commitments, FoundKind.Initiatives, FoundKind.Stories])
            found.AddRange((await db.Search(place, SearchWish.Of(q, kind.ToString(), 1))).Select(f => f.Id).Where(f => f != on?.As<Thing>()).Take(MostOfAKind));
        return Results.Json(await db.Names(found, place.Scopes));
    }

    /// <summary>How things are called, of those that stand on these rungs.</summary>
    public static Task<List<NamedThing>> Names(this Db db, IReadOnlyList<Id<Thing>> ids, IReadOnlyList<Id<Scope>> scopes) => db.Ask($"""
        SELECT t."Id", t."Kind", COALESCE(c."Title", p."Title", g."Title", m."What", w."Title", o."Name", i."Title", NULLIF(q."WithName", ''), z."Name", k."Title", '') FROM things t
        LEFT JOIN conversations c ON c."Id" = t."Id" LEFT JOIN pages p ON p."Id" = t."Id" LEFT JOIN gatherings g ON g."Id" = t."Id" LEFT JOIN commitments m ON m."Id" = t."Id" LEFT JOIN topics w ON w."Id" = t."Id" LEFT JOIN circles o ON o."Id" = t."Id" LEFT JOIN initiatives i ON i."Id" = t."Id"
        LEFT JOIN one_to_ones q ON q."Id" = t."Id" LEFT JOIN actors z ON z."Id" = q."WithId" LEFT JOIN stories k ON k."Id" = t."Id"
        WHERE t."Id" IN {ids} AND t."DeletedAt" IS NULL AND t."ScopeId" IN {scopes}
        """, row => new NamedThing(row.Id<Thing>(0).ToString(), Enum.Parse<ThingKind>(row.Text(1)).Key(), row.Text(2)));
}

public sealed record NamedThing(string Id, string Kind, string Name);
