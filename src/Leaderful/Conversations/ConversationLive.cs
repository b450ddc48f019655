using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>A conversation as it is watched: its title, its count, and the posts that came, changed or went.</summary>
public sealed class ConversationLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    private const int MostPosts = 50;

    public string Kind => "conversation";

    public async Task<bool> MayRead(Db db, Session session, string id) =>
        Id<Conversation>.TryParse(id, null, out var own)
        && await db.Head(own, default) is { DeletedAt: null } head
        && AgreementGate.LetsRead(session, head.CommunityId, head.ScopeId, time.Utc());

    public async Task<long> Version(Db db, string id) =>
        Id<Conversation>.TryParse(id, null, out var own) ? await db.The<Conversation>().Where(c => c.Id == own).Select(c => c.Version).SingleOrDefaultAsync() : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (!Id<Conversation>.TryParse(id, null, out var own) || await db.Head(own, default) is not { } head || head.Version <= version) return null;
        var changed = new List<PostRow>();
        await foreach (var post in ConversationQueries.For(db).Since(db, own, version, head.Version, MostPosts)) changed.Add(post);
        var brings = head.Version;
        if (changed.Count == MostPosts)
        {
            // What changed with one version goes out with it, however much it is: posts that were moved together.
            brings = changed[^1].Version;
            changed.RemoveAll(p => p.Version == brings);
            await foreach (var post in ConversationQueries.For(db).Since(db, own, brings - 1, brings, int.MaxValue)) changed.Add(post);
        }
        changed.Sort((a, b) => a.Number.CompareTo(b.Number));
        var slug = await db.The<Community>().Where(c => c.Id == head.CommunityId).Select(c => c.Slug).SingleAsync();
        var shown = await (await changed.WithFiles(db)).WithMoves(db, own);
        return new LiveChange(brings, await fragments.Render<ThreadChange>(new(StringComparer.Ordinal)
        {
            ["Head"] = head, ["Changed"] = shown, ["Words"] = words, ["Address"] = $"/c/{slug}/conversations/{id}", ["Seen"] = version,
        })) { Rung = head.ScopeId };
    }
}
