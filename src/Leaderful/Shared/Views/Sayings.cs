using System.Runtime.CompilerServices;

namespace Leaderful.Shared.Views;

/// <summary>The sentences an island says, as attributes of its element: data-say-…, and with all their forms those that count. They are made once for each language.</summary>
public sealed class Sayings(IEnumerable<string> said, Func<string, string> key, params IEnumerable<(string Name, string Key)> counted)
{
    private readonly ConditionalWeakTable<Words, Dictionary<string, object>> made = [];

    public Dictionary<string, object> In(Words words) => made.GetValue(words, Make);

    private Dictionary<string, object> Make(Words words)
    {
        var sayings = said.ToDictionary(s => $"data-say-{s}", s => (object)words[key(s)], StringComparer.Ordinal);
        foreach (var (name, forms) in counted) sayings[$"data-say-{name}"] = words.Forms(forms);
        return sayings;
    }
}
