using Leaderful.Shared;
using Leaderful.Shared.Views;

namespace Leaderful.Notes;

/// <summary>What the scripts of notes say.</summary>
public static class NoteSayings
{
    private static readonly Sayings All = new(
        ["kept", "nothing", "unkept", "unread", "unreadable", "long", "gone", "out", "taken", "other-key", "met", "deleted", "undeleted",
         "cancelled", "unable", "wrong-passphrase", "wrong-code", "short", "tick", "not-begun", "changed", "locked-here"],
        s => $"notes.say.{s}");

    public static Dictionary<string, object> In(Words words) => All.In(words);
}
