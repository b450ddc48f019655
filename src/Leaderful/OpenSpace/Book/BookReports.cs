using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.Pages.Together;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Book;

/// <summary>What stands on the reports of a space, all at once: as it was kept, or read from the log where that has gone on.</summary>
internal static class BookReports
{
    public static async Task<List<ReportPage>> ReportsIn(this Db db, Id<Space> space, IReadOnlyList<Id<Scope>> scopes, ReportBoxes boxes, bool asWritten)
    {
        var found = await db.Ask($"""
            SELECT r."Id", p."Id", s."Html" FROM session_reports r JOIN pages p ON p."Id" = r."PageId" JOIN things x ON x."Id" = p."Id"
            LEFT JOIN page_states s ON s."PageId" = p."Id" AND s."UpTo" >= p."Head"
            WHERE r."SpaceId" = {space} AND p."Head" > 0 AND x."DeletedAt" IS NULL AND x."ScopeId" IN {scopes}
            """, row => (Topic: row.Id<Topic>(0), Page: row.Id<Page>(1), Html: row.TextOrNone(2)));
        var written = await db.WrittenOn([.. found.Where(f => asWritten || f.Html is null).Select(f => f.Page)]);
        return found.ConvertAll(f => new ReportPage(f.Topic, f.Page, Report(ReportMarkup.Filled(f.Html ?? PageText.Html(written[f.Page]), boxes), boxes, written.GetValueOrDefault(f.Page))));
    }

    /// <summary>A page that was begun and says nothing yet is no report.</summary>
    private static BookReport? Report(string html, ReportBoxes boxes, Written? written) => SaysSomething(html) ? new BookReport(html) { Written = written, Boxes = boxes } : null;

    /// <summary>The rows come before the states: what is put into a state meanwhile is then read twice, which is as good as once, and never missed.</summary>
    private static async Task<Dictionary<Id<Page>, Written>> WrittenOn(this Db db, IReadOnlyList<Id<Page>> pages)
    {
        if (pages.Count == 0) return [];
        var rows = await db.Ask($"""
            SELECT u."PageId", u."Number", u."Bytes" FROM page_updates u LEFT JOIN page_states s ON s."PageId" = u."PageId"
            WHERE u."PageId" IN {pages} AND u."Number" > COALESCE(s."UpTo", 0) ORDER BY u."Number"
            """, row => (Page: row.Id<Page>(0), Written: new Written(row.Long(1), row.Bytes(2))));
        var states = await db.Ask($"""SELECT "PageId", "UpTo", "Bytes" FROM page_states WHERE "PageId" IN {pages}""", row => (Page: row.Id<Page>(0), Written: new Written(row.Long(1), row.Bytes(2))));
        var (after, before) = (rows.ToLookup(r => r.Page, r => r.Written), states.ToDictionary(s => s.Page, s => s.Written));
        return pages.ToDictionary(p => p, p => before.GetValueOrDefault(p, Written.Nothing).With([.. after[p]]));
    }

    private static bool SaysSomething(string html) => html.Contains("<img", StringComparison.Ordinal) || Shared.Markdown.PlainText.FromHtml(html).Length > 0;

    /// <summary>Pictures brought to those reports and papers of those topics, in the order in which they came. Each has a name of ours: what it was called is nobody's business.</summary>
    public static async Task<IReadOnlyDictionary<string, BookPicture>> PicturesIn(this Db db, Id<Space> space, IReadOnlyList<ReportPage> reports, IReadOnlyList<BookTopic> topics, Blobs blobs)
    {
        var papers = topics.Select(t => t.Paper).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var html = reports.ToDictionary(r => r.Page.As<Thing>(), r => r.Report?.Html);
        var files = await db.The<Attachment>().AsNoTracking().Where(a => db.The<SessionReport>().Any(r => r.SpaceId == space && r.PageId.As<Thing>() == a.ThingId) || db.The<Topic>().Any(t => t.SpaceId == space && t.Id.As<Thing>() == a.ThingId)).OrderBy(a => a.Id).ToListAsync();
        var pictures = new Dictionary<string, BookPicture>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => FileKind.IsShown(f.ContentType)))
        {
            var (address, path) = (Attachment.ShownAt(file.Id), blobs.PathOf(file.Owner, file.BlobName));
            if (!papers.Contains(address) && html.GetValueOrDefault(file.ThingId)?.Contains(address, StringComparison.Ordinal) is not true) continue;
            pictures[address] = new BookPicture(file.Id, NameOf(pictures.Count + 1, file.ContentType), file.ContentType, file.Size, File.Exists(path) ? path : null);
        }
        return pictures;
    }

    private static string NameOf(int number, string type) => $"picture-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace("jpeg", "jpg", StringComparison.Ordinal)}";
}

/// <summary>The page a report is written on, and what stands there where anything does.</summary>
internal sealed record ReportPage(Id<Topic> Topic, Id<Page> Page, BookReport? Report);
