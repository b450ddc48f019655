namespace Leaderful.Shared.Markdown;

/// <summary>Plain text, such as mail, to safe HTML.</summary>
public static partial class PlainText
{
    /// <summary>Blank lines divide paragraphs, line ends stay, addresses become links; nothing else is interpreted.</summary>
    public static SafeHtml ToHtml(string text, HtmlLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        limits ??= HtmlLimits.Mail;
        var cut = text.Length > limits.MaxInput;
        var read = cut ? text.AsSpan(0, limits.MaxInput) : text;
        var writer = new SafeHtmlWriter(limits, read.Length);
        foreach (var line in read.EnumerateLines())
        {
            if (SafeText.IsBlank(line)) writer.Divide();
            else WriteLine(writer, line);
        }
        return new SafeHtml(writer.Finish(), HtmlAllowList.Version, cut || writer.Trimmed);
    }

    private static void WriteLine(SafeHtmlWriter writer, ReadOnlySpan<char> line)
    {
        while (AddressFinder.TryFind(line, out var start, out var length))
        {
            writer.Text(line[..start]);
            var address = line.Slice(start, length);
            if (UrlPolicy.Link(address) is { } url) writer.LinkedText(url, address);
            else writer.Text(address);
            line = line[(start + length)..];
        }
        writer.Text(line);
        writer.BreakLine();
    }
}
