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

    /// <summary>Somebody chooses where there is a choice, and again where what they chose is no longer theirs.</summary>
    public bool Chooses => Rungs.Count > 1 || Form.Wrong.ContainsKey("to") || (Form["to"].Length > 0 && Rungs.All(r => r.Id.ToString() != Form["to"]));

    public DraftsShown? Drafts { get; init; }
}

public sealed record TitleModel(ConversationHead Head, Form Form);

public sealed record RewriteModel(PostText Post, Form Form, string? Preview = null)
{
    public DraftsShown? Drafts { get; init; }
}
