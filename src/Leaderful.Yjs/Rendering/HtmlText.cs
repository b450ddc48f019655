using System.Text;

namespace Leaderful.Yjs;

/// <summary>HTML as it is written, with all text and all values escaped.</summary>
internal sealed class HtmlText
{
    readonly StringBuilder html = new();

    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null) continue;
            html.Append(' ').Append(attribute).Append("=\"");
            Text(value);
            html.Append('"');
        }
        html.Append('>');
    }

    public void Close(string name) => html.Append("</").Append(name).Append('>');

    public void Text(string text)
    {
        foreach (var sign in text)
        {
            switch (sign)
            {
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '&': html.Append("&amp;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                case '\0': html.Append('\uFFFD'); break;
                default: html.Append(sign); break;
            }
        }
    }

    public override string ToString() => html.ToString();
}
