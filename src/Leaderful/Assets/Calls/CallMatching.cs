namespace Leaderful.Assets.Calls;

public static class CallMatching
{
    /// <summary>Whether a call is for somebody with these words, of which each is enough; whatever means the same counts.</summary>
    public static bool IsFor(Call call, string words, HouseWords house, IReadOnlyList<SameWords> own) =>
        SameWords.Of(words).Phrases.Any(p => Need.Of(p.Said, house, own) is { IsEmpty: false } need && need.Score($"{call.What} {call.Words}") == need.Words);
}
