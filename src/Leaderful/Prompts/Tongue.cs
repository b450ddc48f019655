using Leaderful.Shared;
using Leaderful.Shared.Web;

namespace Leaderful.Prompts;

/// <summary>In which language somebody reads: the house's nearest to it, and what they would like best, which the house may not speak.</summary>
public sealed record Tongue(Words House, IReadOnlyList<string> Wishes)
{
    public Tongue(Words house) : this(house, [house.Language]) { }

    public static Tongue Of(Viewer viewer) => new(viewer.Words, [.. viewer.LanguageWishes, viewer.Words.Language]);

    /// <summary>The first wish there is; otherwise as it was written.</summary>
    public string Choose(string written, IReadOnlyCollection<string> translated)
    {
        foreach (var wish in Wishes)
        {
            string[] there = [written, .. translated];
            if (there.FirstOrDefault(t => string.Equals(t, wish, StringComparison.OrdinalIgnoreCase)) is { } exact) return exact;
            if (there.FirstOrDefault(t => LanguageTag.IsSame(t, wish)) is { } near) return near;
        }
        return written;
    }
}
