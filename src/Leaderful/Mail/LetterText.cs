using System.Text;
using System.Text.Encodings.Web;

namespace Leaderful.Mail;

/// <summary>A letter as plain text and as a plain page; styles stand on the elements because mail programs drop the rest.</summary>
public static class LetterText
{
    private const string Read = "font:18px/1.55 Literata,Georgia,'Times New Roman',serif;color:#26231f;margin:0 0 14px";
    private const string House = "font:14px/1.5 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#5c564d;margin:0 0 10px";
    private const string Act = "display:inline-block;padding:12px 20px;border-radius:6px;background:#1d6a54;color:#ffffff;text-decoration:none;"
        + "font:600 16px/1.2 'Atkinson Hyperlegible Next',Verdana,sans-serif";

    public static string Plain(Letter letter)
    {
        IEnumerable<string> parts = letter.Body;
        if (letter.Link is { } link) parts = parts.Append($"{link.Label}:\n{link.Address}");
        return string.Join("\n\n", parts.Concat(letter.After)) + "\n";
    }

    public static string Html(Letter letter)
    {
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(letter.Words.Language).Append("\" dir=\"").Append(letter.Words.Direction)
            .Append("\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light\"><title>").Append(Encoded(letter.Subject))
            .Append("</title></head><body style=\"margin:0;padding:28px 18px;background:#faf7f1\"><div style=\"max-width:34em;margin:0 auto\">");
        foreach (var paragraph in letter.Body) Paragraph(page, Read, paragraph);
        if (letter.Link is { } link)
            page.Append("<p style=\"margin:22px 0\"><a href=\"").Append(Encoded(link.Address)).Append("\" style=\"").Append(Act).Append("\">")
                .Append(Encoded(link.Label)).Append("</a></p>");
        foreach (var paragraph in letter.After) Paragraph(page, House, paragraph);
        return page.Append("</div></body></html>").ToString();
    }

    private static void Paragraph(StringBuilder page, string style, string text) =>
        page.Append("<p style=\"").Append(style).Append("\">").Append(Encoded(text).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
