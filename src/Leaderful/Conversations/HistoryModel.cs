using Leaderful.Data;
using Leaderful.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>What a post said, from when to when (still, where there is no end), and what was changed to get there.</summary>
public sealed record PostVersion(DateTime From, DateTime? To, IReadOnlyList<DiffSegment> Changes);

public sealed record HistoryModel(PostText Post, IReadOnlyList<PostVersion> Versions, int? Earlier)
{
    /// <summary>Each is a comparison of two texts, and an author may write as many as they like.</summary>
    private const int OnOnePage = 20;

    /// <summary>Twenty versions, counted from the newest.</summary>
    public static async Task<HistoryModel> Of(Db db, PostText post, int from)
    {
        from = Math.Clamp(from, 0, 1_000_000);
        var before = await db.The<PostRevision>().Where(r => r.PostId == post.Id).OrderByDescending(r => r.ReplacedAt).ThenByDescending(r => r.Id)
            .Skip(Math.Max(from - 1, 0)).Take(OnOnePage + 1).ToListAsync();
        var texts = before.Select(r => (r.Text, r.WrittenAt, To: (DateTime?)r.ReplacedAt)).ToList();
        if (from == 0) texts.Insert(0, (post.Text, post.EditedAt ?? post.WrittenAt, null));
        return new HistoryModel(
            post,
            [.. texts.Take(OnOnePage).Select((t, i) => new PostVersion(t.WrittenAt, t.To, TextDiff.Compare(i + 1 < texts.Count ? texts[i + 1].Text : t.Text, t.Text)))],
            texts.Count > OnOnePage ? from + OnOnePage : null);
    }
}
