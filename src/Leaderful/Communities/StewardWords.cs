using Leaderful.Accounts;
using Leaderful.Shared;

namespace Leaderful.Communities;

public static class StewardWords
{
    /// <summary>What a steward is called here.</summary>
    public static string StewardIn(this Here here, Words words) => here.StewardWord.Length > 0 ? here.StewardWord : words["community.steward"];
}
