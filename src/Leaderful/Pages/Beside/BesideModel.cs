using System.Buffers.Text;
using Leaderful.Conversations;
using Leaderful.Data;

namespace Leaderful.Pages.Beside;

/// <summary>A conversation beside the text, as everybody who reads the page reads it.</summary>
public sealed record BesideThread(Id<Conversation> Id, string Quote, string? Instead, byte[] Start, byte[] End, int Standing, DateTime BegunAt, DateTime LastAt, long Version)
{
    public DateTime? SettledAt { get; init; }
    public DateTime? TakenAt { get; init; }

    /// <summary>Taken down, or no longer for those who read the page.</summary>
    public bool IsGone { get; init; }
    public IReadOnlyList<PostRow> Posts { get; init; } = [];

    public string From => Base64Url.EncodeToString(Start);
    public string To => Base64Url.EncodeToString(End);
}

/// <summary>All that is said beside a page: what is open, and how much was settled.</summary>
public sealed record BesideModel(PageHead Page, IReadOnlyList<BesideThread> Open, IReadOnlyList<BesideThread> Settled);
