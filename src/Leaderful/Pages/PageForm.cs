using Leaderful.Conversations;
using Leaderful.Pages.Bringing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Pages;

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class PageForm
{
    /// <summary>What it begins with: what was brought, a template, or nothing.</summary>
    public static byte[]? First(Form form, Words words)
    {
        var text = form["text"];
        if (!MarkdownText.Fits(text)) form.Refuse("text", words["pages.wrong.text-long"]);
        if (!form.IsRight) return null;
        return text.Trim().Length > 0 ? MarkdownPage.Change(text) : MarkdownPage.Change(Templates.Text(form["template"], words), isTemplate: true);
    }

    public static string Title(Form form, Words words) =>
        form.Line("title", Writing.LongestTitle, words["conversations.wrong.title-long"], words["pages.wrong.title-missing"]);
}
