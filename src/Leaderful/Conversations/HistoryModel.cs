using Leaderful.Shared.Markdown;

namespace Leaderful.Conversations;

/// <summary>What a post said, from when to when (still, where there is no end), and what was changed to get there.</summary>
public sealed record PostVersion(DateTime From, DateTime? To, IReadOnlyList<DiffSegment> Changes);

public sealed record HistoryModel(PostText Post, IReadOnlyList<PostVersion> Versions)
{
    public static HistoryModel Of(PostText post, IReadOnlyList<PostRevision> before)
    {
        var texts = before.Select(r => (r.Text, r.WrittenAt, To: (DateTime?)r.ReplacedAt))
            .Prepend((post.Text, WrittenAt: post.EditedAt ?? post.WrittenAt, To: null)).ToList();
        return new HistoryModel(post, [.. texts.Select((t, i) => new PostVersion(
            t.WrittenAt, t.To, TextDiff.Compare(i + 1 < texts.Count ? texts[i + 1].Text : t.Text, t.Text)))]);
    }
}
