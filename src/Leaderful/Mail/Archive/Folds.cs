using System.Text;
using Leaderful.Shared;

namespace Leaderful.Mail.Archive;

/// <summary>
/// What is folded in a mail. The stored HTML holds a mark where the fold's words belong; a page puts the words of its reader's
/// language there, without looking at anything else of the HTML. Text from people cannot hold the mark: its brackets are encoded.
/// </summary>
public static class Folds
{
    public const string Quote = "quote";
    public const string Signature = "signature";
    public const string Footer = "footer";

    private const string Mark = "<!--fold:";
    private const string MarkEnd = "-->";

    public static void Write(StringBuilder html, string kind, ReadOnlySpan<char> inner) => html
        .Append("<details class=\"folded\"><summary>").Append(Mark).Append(kind).Append(MarkEnd).Append("</summary>").Append(inner).Append("</details>");

    /// <summary>Safe HTML without folds comes back as it is.</summary>
    public static string Say(string html, Words words)
    {
        var at = html.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return html;
        var said = new StringBuilder(html.Length + 64);
        var from = 0;
        for (; at >= 0; at = html.IndexOf(Mark, from, StringComparison.Ordinal))
        {
            var end = html.IndexOf(MarkEnd, at, StringComparison.Ordinal);
            said.Append(html, from, at - from).Append(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(WordOf(html.AsSpan(at + Mark.Length, end - at - Mark.Length), words)));
            from = end + MarkEnd.Length;
        }
        return said.Append(html, from, html.Length - from).ToString();
    }

    private static string WordOf(ReadOnlySpan<char> kind, Words words) => kind switch
    {
        Quote => words["archive.fold.quote"],
        Signature => words["archive.fold.signature"],
        _ => words["archive.fold.footer"],
    };
}
