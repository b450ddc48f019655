namespace Leaderful.Yjs;

/// <summary>
/// Reads what ProseMirror and TipTap keep in a document (y-prosemirror): blocks are elements, marks are formats. Nodes that are not
/// known are shown as what is in them, and nothing is nested deeper than <see cref="MaxDepth"/>: what lies deeper is shown as its
/// text.
/// <para>
/// Blocks: <c>paragraph</c>, <c>heading</c> (level), <c>bulletList</c>, <c>orderedList</c> (start), <c>listItem</c>, <c>taskList</c>,
/// <c>taskItem</c> (checked), <c>blockquote</c>, <c>codeBlock</c> (language), <c>horizontalRule</c>, <c>table</c>, <c>tableRow</c>,
/// <c>tableHeader</c> and <c>tableCell</c> (colspan, rowspan), <c>image</c> (src, alt, title). Within them: <c>hardBreak</c>, <c>mention</c>
/// (id, label), <c>thing</c> (kind, id). Marks: <c>bold</c>, <c>italic</c>, <c>strike</c>, <c>code</c>, <c>underline</c>, <c>link</c> (href),
/// <c>highlight</c>; one that overlaps itself has a hash behind its name.
/// </para>
/// </summary>
public static class RichText
{
    /// <summary>How many levels of nodes are kept apart.</summary>
    public const int MaxDepth = 40;

    /// <summary>The words, a line for each block, for search and mail. Lines end with <c>\n</c>.</summary>
    public static string ToPlainText(YXmlFragment page, RichTextOptions? options = null) => new PlainRenderer(options ?? new()).Render(Read(page));

    /// <summary>Markdown (CommonMark with tables, tasks and strikes of GitHub, <c>==</c> for highlights and <c>&lt;u&gt;</c> for underlines). What people wrote is escaped.</summary>
    public static string ToMarkdown(YXmlFragment page, RichTextOptions? options = null) => new MarkdownRenderer(options ?? new()).Render(Read(page));

    /// <summary>
    /// HTML that is safe to show: everything is escaped, nothing has a style or a script, and addresses are http, https, mailto or
    /// relative ones.
    /// </summary>
    public static string ToHtml(YXmlFragment page, RichTextOptions? options = null) => new HtmlRenderer(options ?? new()).Render(Read(page));

    static RichNode Read(YXmlFragment page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return RichReader.Read(page);
    }
}
