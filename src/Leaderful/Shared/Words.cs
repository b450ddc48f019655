using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared;

/// <summary>
/// Everything the house says, in one language. A text may hold <c>{name}</c> places; a text that counts has a form for each
/// plural of its language.
/// </summary>
public sealed class Words(string language, bool rightToLeft, FrozenDictionary<string, Wording> wordings)
{
    public string Language => language;
    public string Direction => rightToLeft ? "rtl" : "ltr";
    public CultureInfo Culture { get; } = language.StartsWith("qps", StringComparison.Ordinal)
        ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);

    public string this[string key] => wordings[key].Text;

    public IEnumerable<string> Keys => wordings.Keys;

    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> places) => Fill(wordings[key].Text, places);

    /// <summary>The form for <paramref name="n"/>, with <c>{n}</c> filled in. A form <c>"=2"</c> is for that number alone.</summary>
    public string Count(string key, long n, params ReadOnlySpan<(string Name, object Value)> places) =>
        Fill(wordings[key].For(n, PluralRules.Of(language, n)), [("n", n), .. places]);

    /// <summary>Every form of a text that counts, as JSON, for a script to choose from.</summary>
    public string Forms(string key) =>
        JsonSerializer.Serialize(wordings[key].Forms ?? FrozenDictionary.ToFrozenDictionary<string, string>([new("other", wordings[key].Text)]));

    /// <summary>A text with markup of its own; what is filled in is encoded.</summary>
    public MarkupString Rich(string key, params ReadOnlySpan<(string Name, object Value)> places)
    {
        var encoded = new (string, object)[places.Length];
        for (var i = 0; i < places.Length; i++)
            encoded[i] = (places[i].Name, places[i].Value is MarkupString safe ? safe.Value : HtmlEncoder.Default.Encode(Show(places[i].Value)));
        return new MarkupString(Fill(wordings[key].Text, encoded));
    }

    private string Fill(string text, ReadOnlySpan<(string Name, object Value)> places)
    {
        foreach (var (name, value) in places) text = text.Replace($"{{{name}}}", Show(value), StringComparison.Ordinal);
        return text;
    }

    private string Show(object value) => value switch
    {
        IFormattable number => number.ToString(value is int or long ? "N0" : null, Culture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>One text, or one for each plural form.</summary>
public sealed record Wording(string Text, FrozenDictionary<string, string>? Forms = null)
{
    public string For(long n, string plural) =>
        Forms is null ? Text
        : n is >= 0 and < 100 && Forms.TryGetValue($"={n}", out var exact) ? exact
        : Forms.GetValueOrDefault(plural, Text);
}
