using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>What is written on a page, read out of its document, where the editor keeps it.</summary>
internal static class PageText
{
    /// <summary>TipTap's own name for it.</summary>
    public const string Field = "default";

    /// <summary>As it stands now: as it was kept, or read from the log where that has gone on.</summary>
    public static Task<string> PageHtml(this Db db, PageHead page) => db.PageHtml(page.Id, page.Head);

    public static async Task<string> PageHtml(this Db db, Id<Page> page, long head)
    {
        var kept = await db.Ask($"""SELECT "Html" FROM page_states WHERE "PageId" = {page} AND "UpTo" >= {head}""", row => row.Text(0));
        return kept.Count > 0 ? kept[0] : Html(await db.Written(page));
    }

    /// <summary>Where the page's own name is the first heading those in its text stand below it; what is kept stays as it was written.</summary>
    public static string Below(string html)
    {
        for (var level = html.Contains("<h1>", StringComparison.Ordinal) ? 5 : 0; level > 0; level--)
            html = html.Replace($"<h{level}>", $"<h{level + 1}>", StringComparison.Ordinal).Replace($"</h{level}>", $"</h{level + 1}>", StringComparison.Ordinal);
        return html;
    }

    public static YDoc Read(Written written)
    {
        var doc = new YDoc();
        doc.ApplyUpdate(written.Bytes.Span);
        return doc;
    }

    public static string Html(Written written) => Html(Read(written));

    /// <summary>For a place elsewhere: there an address is written as it leads from there.</summary>
    public static string Markdown(Written written, Func<string, string> address) => RichText.ToMarkdown(Read(written).GetXmlFragment(Field), Shown with { Address = address });

    public static string Html(Written written, Func<string, string> address) => RichText.ToHtml(Read(written).GetXmlFragment(Field), Shown with { Address = address });

    public static string Plain(Written written) => RichText.ToPlainText(Read(written).GetXmlFragment(Field), Shown);

    public static string Html(YDoc doc) => RichText.ToHtml(doc.GetXmlFragment(Field), Shown);

    /// <summary>What lives elsewhere leads there; whether it is theirs to see is asked of whoever goes.</summary>
    private static readonly RichTextOptions Shown = new() { Thing = (_, id, label) => label.Length > 0 ? new(label, Id<Thing>.TryParse(id, null, out var thing) ? ThingEndpoints.PathOf(thing) : null) : null };

    /// <summary>The clients whose words stand there.</summary>
    public static IReadOnlySet<long> Hands(YDoc doc) => HandsIn(doc.GetXmlFragment(Field)).ToHashSet();

    private static IEnumerable<long> HandsIn(YXmlFragment fragment) => fragment.Children.SelectMany(child => child switch
    {
        YXmlText text => text.ToAuthors().Select(run => run.Client),
        YXmlFragment inner => HandsIn(inner),
        _ => [],
    });
}
