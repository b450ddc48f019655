using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Linking;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Conversations;

/// <summary>A conversation being begun, and whom it may go to.</summary>
public sealed record BeginModel(Form Form, Id<Conversation> Key, IReadOnlyList<Rung> Rungs, string? Preview = null)
{
    /// <summary>What it is begun about, where it is about anything they may see.</summary>
    public AboutThing? About { get; init; }

    public bool Chooses => Writing.ChoosesWhom(Form, Rungs);

    public DraftsShown? Drafts { get; init; }
}

public sealed record TitleModel(ConversationHead Head, Form Form);

public sealed record RewriteModel(PostText Post, Form Form, string? Preview = null)
{
    public DraftsShown? Drafts { get; init; }
}
