using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>Who reads a conversation, in words: the circle it belongs to, or the community.</summary>
public static class Readers
{
    public static string Sees(Viewer viewer, Id<Scope> scope) => viewer.Me.CircleOn(scope) is { } circle
        ? viewer.Words.Count("conversations.circle-sees", circle.Members, ("circle", circle.Name))
        : viewer.Me.UsTwo.FirstOrDefault(u => u.ScopeId == scope) is { } two ? viewer.Words.Say("ladder.us-two", ("name", two.NameIn(viewer.Words)))
        : viewer.Words.Count("conversations.sees", viewer.Here.Members);

    public static string To(Viewer viewer, Id<Scope> scope) => viewer.Me.CircleOn(scope) is { } circle
        ? viewer.Words.Count("conversations.circle-to", circle.Members, ("circle", circle.Name))
        : viewer.Words.Count("conversations.to", viewer.Here.Members);
}
