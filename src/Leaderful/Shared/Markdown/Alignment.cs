using AngleSharp.Html.Parser.Tokens.Struct;

namespace Leaderful.Shared.Markdown;

/// <summary>A cell's alignment, as one of three classes of our own; authors' styles and classes never come through.</summary>
internal static class Alignment
{
    private static readonly string[] Sides = ["left", "center", "right"];
    private static readonly string[] Classes = ["align-left", "align-center", "align-right"];

    public static string Of(ref StructHtmlToken cell)
    {
        var given = HtmlRebuilder.Attribute(ref cell, "class");
        for (var i = 0; i < Classes.Length; i++)
            if (given.SequenceEqual(Classes[i])) return Classes[i];

        var align = HtmlRebuilder.Attribute(ref cell, "align");
        return align.IsEmpty ? InStyle(HtmlRebuilder.Attribute(ref cell, "style")) : Named(align);
    }

    private static string InStyle(ReadOnlySpan<char> style)
    {
        const string property = "text-align:";
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return "";
        var value = style[(at + property.Length)..];
        var end = value.IndexOf(';');
        return Named((end < 0 ? value : value[..end]).Trim());
    }

    private static string Named(ReadOnlySpan<char> side)
    {
        for (var i = 0; i < Sides.Length; i++)
            if (side.Equals(Sides[i], StringComparison.OrdinalIgnoreCase)) return Classes[i];
        return "";
    }
}
