using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Leaderful.Conversations;

/// <summary>
/// Pages of posts that were read lately, with their markup: it is the same for every reader of one language. The version,
/// read from the database for each request, is part of the name, so nothing said is ever missing; names of people are not,
/// so it forgets all when somebody's change, and everything after twenty seconds.
/// </summary>
public sealed class PostsCache : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);
    private const long MostCharacters = 16 * 1024 * 1024;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostCharacters });
    private readonly IDisposable listening;

    public PostsCache(Signals signals) => listening = signals.Listen(Hear);

    public async ValueTask<PostsPage> Get(Db db, ConversationHead head, ReadingWindow window, Words words)
    {
        var key = new Key(head.Id, head.Version, window.From, window.To, words.Language);
        if (pages.TryGetValue(key, out PostsPage? known) && known is not null) return known;
        var rows = new List<PostRow>(window.To - window.From + 1);
        await foreach (var post in ConversationQueries.For(db).Window(db, head.Id, window.From, window.To)) rows.Add(post);
        var page = new PostsPage(await (await rows.WithFiles(db)).WithMoves(db, head.Id));
        using var entry = pages.CreateEntry(key);
        (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (page, rows.Sum(r => 3L * (r.Html.Length + 1600)), Remembered);
        return page;
    }

    public void Dispose()
    {
        listening.Dispose();
        pages.Dispose();
    }

    private void Hear(string signal)
    {
        if (signal == Signals.Everything || Streams.IsAboutPeople(signal)) pages.Clear();
    }

    private sealed record Key(Id<Conversation> Id, long Version, int From, int To, string Language);
}

/// <summary>The posts of one page, and their markup once somebody needed it.</summary>
public sealed class PostsPage(IReadOnlyList<PostRow> rows)
{
    private IReadOnlyList<string>? pieces;

    public IReadOnlyList<PostRow> Rows => rows;

    public IReadOnlyList<string> Pieces(Words words, string address) => pieces ??= [.. PostWriter.Write(rows, words, address).Select(Kept.Keep)];

    /// <summary>Which of them were valuable to somebody; asked only where any was to anybody.</summary>
    public async Task<IReadOnlyList<int>> ValuableTo(Db db, Session me, Id<Conversation> conversation)
    {
        var (first, last) = (rows.FirstOrDefault(r => r.ValuedBy > 0)?.Number, rows.LastOrDefault(r => r.ValuedBy > 0)?.Number);
        if (first is null) return [];
        return await db.The<Post>().Where(p => p.ConversationId == conversation && p.Number >= first && p.Number <= last
            && db.The<Valued>().Any(v => v.PostId == p.Id && v.PersonId == me.PersonId)).Select(p => p.Number).ToListAsync();
    }
}
