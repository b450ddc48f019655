namespace Leaderful.Shared.Views;

/// <summary>The sentences an island says, as attributes of its element: data-say-…, and with all their forms those that count.</summary>
public static class Sayings
{
    public static Dictionary<string, object> Of(Words words, IEnumerable<string> said, Func<string, string> key, params IEnumerable<(string Name, string Key)> counted)
    {
        var sayings = said.ToDictionary(s => $"data-say-{s}", s => (object)words[key(s)], StringComparer.Ordinal);
        foreach (var (name, forms) in counted) sayings[$"data-say-{name}"] = words.Forms(forms);
        return sayings;
    }
}
