namespace Leaderful.Yjs;

/// <summary>How somebody who is spoken to is written.</summary>
internal static class MentionText
{
    public static string Of(RichNode node) => "@" + (node.Text("label") is { Length: > 0 } label ? label : node.Text("id"));
}
