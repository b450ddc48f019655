using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>A conversation in a list, as one reader finds it.</summary>
public sealed record ListedConversation(
    Id<Conversation> Id, Id<Community> CommunityId, string Title, int Standing, DateTime LastPostAt, string LastAuthor, string LastHtml, int Fresh, Id<Scope> ScopeId)
{
    /// <summary>Stands first here.</summary>
    public bool IsPinned { get; init; }
    public bool IsFeatured { get; init; }
    public bool IsClosed { get; init; }

    /// <summary>So many are new that nobody counts on.</summary>
    public bool IsMany => Fresh >= NewPosts.Many;
}

public sealed record ListModel(IReadOnlyList<ListedConversation> Conversations, bool OnlyFresh, ListPlace? Here, ListPlace? Older)
{
    public bool OnlyFeatured { get; init; }
}

public static class ConversationListing
{
    public const int PageSize = 30;

    public static async Task<ListModel> ListConversations(this Db db, Session reader, Here here, bool onlyFresh, ListPlace? from, Id<Scope>? only = null, bool onlyFeatured = false)
    {
        var rung = only ?? here.ScopeId;
        Sql on = only is { } scope ? $" AND {Listing.On([scope])}" : Sql.None;
        // What is new is new wherever it was said; what is said beside a page is else listed there.
        if (!onlyFresh) on = $"""{on} AND NOT c."IsBeside" """;
        if (onlyFresh) on = $"{on}{NewPosts.Any(reader, here)}";
        if (onlyFeatured) on = $"""{on} AND c."FeaturedAt" IS NOT NULL""";
        var withPins = !onlyFresh && !onlyFeatured;
        Sql rest = withPins ? $"{on} AND NOT ({ListingPinned.On(rung)})" : on;
        if (from is { } place) rest = $"""{rest} AND c."LastPostAt" <= {place.At}""";
        var first = withPins && from is null
            ? await db.List(reader, here, $"{on} AND {ListingPinned.On(rung)}", $"""c."PinnedAt" DESC""", 0, ListingPinned.Most, ListingPinned.Most) : null;
        var page = await db.List(reader, here, rest, Listing.Latest, from?.Passed ?? 0, PageSize, PageSize + 1);
        return new ListModel(
            [.. (first?.Shown ?? []).Select(c => c with { IsPinned = true }), .. page.Shown],
            onlyFresh, from, page.Counted > PageSize ? ListPlace.After([.. page.Shown.Select(c => c.LastPostAt)], from) : null) { OnlyFeatured = onlyFeatured };
    }

    /// <summary>
    /// What this person may read, in all their communities, and is not taken down. Whoever reads in one place may read nearly all
    /// of it, which PostgreSQL cannot know: it takes rungs and communities for unrelated, finds a page worth sorting all there is.
    /// A number, of which it assumes a third, lets it begin with the latest and stop.
    /// </summary>
    public static IQueryable<Conversation> ConversationsFor(this Db db, Session reader)
    {
        var scopes = reader.Scopes;
        return db.The<Conversation>().Where(c =>
            db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null && (scopes.Contains(t.ScopeId) ? 1 : 0) > 0));
    }
}
