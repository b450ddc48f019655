using System.Text;
using Leaderful.Mime;
using Leaderful.Shared.Markdown;

namespace Leaderful.Mail.Archive;

/// <summary>
/// A mail's plain text as it is read: what the author says stands open, what readers have seen before is folded. The folds
/// are in the stored HTML; their words, which depend on the reader's language, are put in by <see cref="Folds"/>.
/// </summary>
public static class MailHtml
{
    /// <summary>An answer between the lines is not understood without the few lines it answers.</summary>
    private const int ShortQuote = 4;
    private const int DeepestQuote = 5;

    public static string OfPlain(string text)
    {
        var blocks = Blocks(MailText.Split(text));
        var speaks = blocks.Exists(b => b.Kind == MailTextKind.Said && !IsBlank(text, b.Segments));
        var html = new StringBuilder(text.Length + (text.Length / 4) + 64);
        for (var i = 0; i < blocks.Count; i++)
        {
            var answered = i + 1 < blocks.Count && blocks[i + 1].Kind == MailTextKind.Said && !IsBlank(text, blocks[i + 1].Segments);
            Write(html, text, blocks[i], open: !speaks || (answered && i > 0), answered);
        }
        return html.ToString();
    }

    private static void Write(StringBuilder html, string text, Block block, bool open, bool answered)
    {
        var inner = block.Kind == MailTextKind.Quoted ? Quote(text, block.Segments) : Plain(text, block.Segments);
        if (inner.Length == 0) return;
        switch (block.Kind)
        {
            case MailTextKind.Quoted when open || (answered && Lines(text, block.Segments) <= ShortQuote): html.Append("<blockquote>").Append(inner).Append("</blockquote>"); break;
            case MailTextKind.Quoted: Folds.Write(html, Folds.Quote, inner); break;
            case MailTextKind.Signature: Folds.Write(html, Folds.Signature, inner); break;
            case MailTextKind.ListFooter: Folds.Write(html, Folds.Footer, inner); break;
            case MailTextKind.Forwarded: html.Append("<blockquote>").Append(inner).Append("</blockquote>"); break;
            default: html.Append(inner); break;
        }
    }

    /// <summary>Quotations of any depth that follow one another are one block, with the header lines over them.</summary>
    private static List<Block> Blocks(IReadOnlyList<MailTextSegment> segments)
    {
        List<Block> blocks = [];
        for (var i = 0; i < segments.Count; i++)
        {
            var kind = segments[i].Kind;
            if (kind == MailTextKind.ForwardedHeader && i + 1 < segments.Count && segments[i + 1].Kind == MailTextKind.Quoted) kind = MailTextKind.Quoted;
            if (blocks is [.., var last] && last.Kind == kind) last.Segments.Add(segments[i]);
            else blocks.Add(new Block(kind, [segments[i]]));
        }
        return blocks;
    }

    private static string Plain(string text, List<MailTextSegment> segments)
    {
        var said = text.AsSpan(segments[0].Start, segments[^1].Start + segments[^1].Length - segments[0].Start);
        if (segments[0].Kind == MailTextKind.Signature && said.StartsWith("--") && said.IndexOf('\n') is >= 0 and <= 4 and var end) said = said[(end + 1)..];
        return PlainText.ToHtml(said.ToString()).Html;
    }

    private static string Quote(string text, List<MailTextSegment> segments)
    {
        var html = new StringBuilder();
        foreach (var segment in segments)
        {
            var inner = PlainText.ToHtml(Unmarked(segment.Of(text), segment.Depth)).Html;
            if (inner.Length == 0) continue;
            var nested = Math.Clamp(segment.Depth - 1, 0, DeepestQuote);
            for (var i = 0; i < nested; i++) html.Append("<blockquote>");
            html.Append(inner);
            for (var i = 0; i < nested; i++) html.Append("</blockquote>");
        }
        return html.ToString();
    }

    private static string Unmarked(ReadOnlySpan<char> quoted, int depth)
    {
        var plain = new StringBuilder(quoted.Length);
        foreach (var line in quoted.EnumerateLines())
        {
            var rest = line;
            for (var i = 0; i < depth; i++)
            {
                var mark = rest.TrimStart(' ');
                if (mark.IsEmpty || mark[0] != '>') break;
                rest = mark[1..];
            }
            plain.Append(rest.Length < line.Length && rest is [' ', ..] ? rest[1..] : rest).Append('\n');
        }
        return plain.ToString();
    }

    private static int Lines(string text, List<MailTextSegment> segments) =>
        segments.Sum(s => s.Of(text).Count('\n') + (s.Of(text).EndsWith("\n") ? 0 : 1));

    private static bool IsBlank(string text, List<MailTextSegment> segments) => segments.TrueForAll(s => s.Of(text).IsWhiteSpace());

    private sealed record Block(MailTextKind Kind, List<MailTextSegment> Segments);
}
