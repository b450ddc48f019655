using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Bringing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Pages;

/// <summary>A page being begun: how it is called and who reads it.</summary>
public sealed record BeginPageModel(Form Form, Id<Page> Key, IReadOnlyList<Rung> Rungs)
{
    /// <summary>Somebody chooses where there is a choice, and again where what they chose is no longer theirs.</summary>
    public bool Chooses => Rungs.Count > 1 || Form.Wrong.ContainsKey("to");
}

public sealed record PageTitleModel(PageHead Page, Form Form);

/// <summary>A page as it is shown: what stands on it as markup, for whoever has no script and until the editor has come.</summary>
public sealed record PageModel(PageHead Page, string Html, IReadOnlyDictionary<long, PageEditorModel.Writer> Writers);

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
