using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
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
    public bool Chooses => Rungs.Count > 1 || Form.Wrong.ContainsKey("to");

    /// <summary>What is written for a circle is another draft than what is written for the community.</summary>
    public static string Draft(Form form, Id<Community> here) => $"begin:{(Id<Circle>.TryParse(form["from"], null, out var circle) ? circle.ToString() : here.ToString())}";
}

public sealed record TitleModel(ConversationHead Head, Form Form);

public sealed record RewriteModel(PostText Post, Form Form, string? Preview = null);
