using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Leaderful.Shared;

/// <summary>
/// The languages the house speaks, one folder of <c>Words/</c> each. Two more are made from English for tests: one lengthened
/// and accented, one that also runs from right to left; whatever shows in plain English there was not in a resource file.
/// </summary>
public sealed class Languages
{
    public const string Lengthened = "qps-ploc";
    public const string Mirrored = "qps-plocm";

    private readonly FrozenDictionary<string, Words> all;

    public Languages()
    {
        var read = ReadAll();
        var english = read["en"];
        var pseudo = english.ToFrozenDictionary(w => w.Key, w => Lengthen(w.Value));
        all = read.Select(l => new Words(l.Key, l.Key is "ar" or "he" or "fa" or "ur", Complete(l.Value, english)))
            .Append(new Words(Lengthened, false, pseudo))
            .Append(new Words(Mirrored, true, pseudo))
            .ToFrozenDictionary(w => w.Language, StringComparer.OrdinalIgnoreCase);
    }

    public Words English => all["en"];

    public IEnumerable<string> Names => all.Keys;

    public IEnumerable<string> InEach(string key) => all.Values.Select(words => words[key]);

    /// <summary>The first of the wishes that is spoken here, from the person's own choice or the browser's list.</summary>
    public Words Best(params ReadOnlySpan<string?> wishes)
    {
        foreach (var wish in wishes)
        {
            if (string.IsNullOrEmpty(wish)) continue;
            foreach (var part in wish.Split(','))
            {
                var tag = part.Split(';')[0].Trim();
                if (all.TryGetValue(tag, out var exact) || all.TryGetValue(tag.Split('-')[0], out exact)) return exact;
            }
        }
        return English;
    }

    private static Dictionary<string, Dictionary<string, Wording>> ReadAll()
    {
        var languages = new Dictionary<string, Dictionary<string, Wording>>(StringComparer.Ordinal);
        var assembly = typeof(Languages).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
            var path = name.Split('/');
            if (!languages.TryGetValue(path[1], out var wordings)) languages[path[1]] = wordings = new(StringComparer.Ordinal);
            Read(json.RootElement, Path.GetFileNameWithoutExtension(path[2]), wordings);
        }
        return languages;
    }

    /// <summary>The key is the file's name and the path within it; an object with "other" holds the forms of a plural.</summary>
    private static void Read(JsonElement element, string key, Dictionary<string, Wording> wordings)
    {
        if (element.ValueKind == JsonValueKind.String)
            wordings.Add(key, new Wording(element.GetString()!));
        else if (element.TryGetProperty("other", out var other))
            wordings.Add(key, new Wording(other.GetString()!, element.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!)));
        else
            foreach (var child in element.EnumerateObject()) Read(child.Value, $"{key}.{child.Name}", wordings);
    }

    private static FrozenDictionary<string, Wording> Complete(Dictionary<string, Wording> some, Dictionary<string, Wording> english) =>
        english.ToFrozenDictionary(w => w.Key, w => some.GetValueOrDefault(w.Key, w.Value));

    private static Wording Lengthen(Wording wording) =>
        new(Lengthen(wording.Text), wording.Forms?.ToFrozenDictionary(f => f.Key, f => Lengthen(f.Value)));

    /// <summary>⟦Ŝéńd ţĥé ļîńķ ···⟧: two fifths longer, every letter marked, places and markup left alone.</summary>
    public static string Lengthen(string text)
    {
        const string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        const string marked = "áƀçđéƒĝĥîĵķļɱńöþǫŕšţûṽŵẋýžÁƁÇĐÉƑĜĤÎĴĶĻṀŃÖÞǪŔŠŢÛṼŴẊÝŽ";
        var result = new StringBuilder("⟦");
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '{' or '<') depth++;
            var at = depth > 0 ? -1 : plain.IndexOf(c, StringComparison.Ordinal);
            result.Append(at < 0 ? c : marked[at]);
            if (c is '}' or '>') depth--;
        }
        return result.Append('·', Math.Max(1, text.Length * 2 / 5)).Append('⟧').ToString();
    }
}
