using System.Collections.Frozen;

namespace Leaderful.Shared.Markdown;

/// <summary>The allow-list: names that come in, and the only names that go out.</summary>
internal static class AllowedElements
{
    private static readonly FrozenDictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> Known = Table()
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Names = [.. Enum.GetNames<Element>().Select(name => name.ToLowerInvariant())];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes =
        new[] { "href", "title", "src", "alt", "class", "start", "type", "checked", "disabled", "align", "style", "width", "height" }
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Raises with every change of the rules, so that stored HTML can be rebuilt.</summary>
    public const int Version = 1;

    public static Element Find(ReadOnlySpan<char> name) =>
        Known.TryGetValue(name, out var element) ? element : Element.None;

    public static string NameOf(Element element) => Names[(int)element];

    /// <summary>Read, that is, not written: what is written is decided element by element.</summary>
    public static bool ReadsAttribute(ReadOnlySpan<char> name) => Attributes.Contains(name);

    private static Dictionary<string, Element> Table()
    {
        var table = new Dictionary<string, Element>(StringComparer.Ordinal);
        for (var element = Element.P; element <= Element.Input; element++)
            table.Add(element.ToString().ToLowerInvariant(), element);

        Add(table, Element.Strong, "b");
        Add(table, Element.Em, "i", "var");
        Add(table, Element.S, "strike");
        Add(table, Element.Code, "tt", "samp");
        Add(table, Element.Pre, "listing", "xmp", "plaintext");
        Add(table, Element.Ul, "menu", "dir");
        Add(table, Element.Tbody, "tfoot");
        Add(table, Element.Line, "div", "center", "address", "header", "footer", "main", "nav", "aside", "hgroup",
            "figcaption", "dt", "dd", "legend", "option", "search");
        Add(table, Element.Division, "article", "section", "dl", "figure", "fieldset", "form", "dialog", "body", "caption");
        Add(table, Element.Dropped, "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "svg", "math",
            "template", "object", "applet", "audio", "video", "canvas", "select", "datalist", "frameset", "portal");
        return table;
    }

    private static void Add(Dictionary<string, Element> table, Element element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) table.Add(name, element);
    }
}
