using System.Text;

namespace Leaderful.Mail.Archive;

/// <summary>Folds the long quotations of a mail that came as HTML. Reads only what our own writer wrote, in which every element is closed.</summary>
public static class HtmlFolds
{
    private const string Open = "<blockquote";
    private const string Close = "</blockquote>";
    private const int ShortQuote = 300;

    public static string Fold(string safeHtml)
    {
        if (!safeHtml.Contains(Open, StringComparison.Ordinal)) return safeHtml;
        var html = new StringBuilder(safeHtml.Length + 128);
        var from = 0;
        for (var at = safeHtml.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = safeHtml.IndexOf(Open, from, StringComparison.Ordinal))
        {
            var end = EndOf(safeHtml, at);
            if (end < 0) return safeHtml;
            html.Append(safeHtml, from, at - from);
            var isAll = at == 0 && end == safeHtml.Length;
            if (isAll || end - at < ShortQuote) html.Append(safeHtml, at, end - at);
            else Folds.Write(html, Folds.Quote, Inside(safeHtml.AsSpan(at, end - at)));
            from = end;
        }
        return html.Append(safeHtml, from, safeHtml.Length - from).ToString();
    }

    private static ReadOnlySpan<char> Inside(ReadOnlySpan<char> quotation) => quotation[(quotation.IndexOf('>') + 1)..^Close.Length];

    private static int EndOf(string html, int at)
    {
        var (depth, from) = (1, at + Open.Length);
        while (depth > 0)
        {
            var close = html.IndexOf(Close, from, StringComparison.Ordinal);
            if (close < 0) return -1;
            var open = html.IndexOf(Open, from, close - from, StringComparison.Ordinal);
            (depth, from) = open >= 0 ? (depth + 1, open + Open.Length) : (depth - 1, close + Close.Length);
        }
        return from;
    }
}
