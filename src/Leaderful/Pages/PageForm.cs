using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Bringing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class PageForm
{
    /// <summary>What it begins with: what was brought, a template of the house or of the community, or nothing.</summary>
    public static async Task<byte[]?> First(Form form, Db db, Viewer viewer)
    {
        var (text, words) = (form["text"], viewer.Words);
        if (!MarkdownText.Fits(text)) form.Refuse("text", words["pages.wrong.text-long"]);
        if (!form.IsRight) return null;
        if (text.Trim().Length > 0) return MarkdownPage.Change(text);
        if (!Id<Page>.TryParse(form["template"], null, out var own)) return MarkdownPage.Change(Templates.Text(form["template"], words), isTemplate: true);
        if (await PageAccess.ForReading(db, viewer, own) is { TemplateAt: not null } template) return await db.CopyOf(template);
        form.Refuse("template", words["pages.wrong.template"]);
        return null;
    }

    public static string Title(Form form, Words words) =>
        form.Line("title", Writing.LongestTitle, words["conversations.wrong.title-long"], words["pages.wrong.title-missing"]);
}
