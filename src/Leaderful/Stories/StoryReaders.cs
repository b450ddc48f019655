using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Stories;

public static class StoryReaders
{
    /// <summary>Who reads it, in words; nobody else as long as it is its teller's own.</summary>
    public static string Sees(Viewer viewer, Id<Scope> scope) => scope == viewer.Here.ScopeId || viewer.Me.CircleOn(scope) is not null ? Readers.Sees(viewer, scope) : viewer.Words["stories.mine-alone"];
}
