using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Pages;

/// <summary>A page being begun: how it is called and who reads it.</summary>
public sealed record BeginPageModel(Form Form, Id<Page> Key, IReadOnlyList<Rung> Rungs)
{
    /// <summary>Somebody chooses where there is a choice, and again where what they chose is no longer theirs.</summary>
    public bool Chooses => Rungs.Count > 1 || Form.Wrong.ContainsKey("to");
}

public sealed record PageTitleModel(PageHead Page, Form Form);

/// <summary>A page as it is shown: what stands on it as markup, for whoever has no script and until the editor has come.</summary>
public sealed record PageModel(PageHead Page, string Html);

/// <summary>What people type into the forms of this room, read and checked.</summary>
internal static class PageForm
{
    public static string Title(Form form, Words words) =>
        form.Line("title", Writing.LongestTitle, words["conversations.wrong.title-long"], words["pages.wrong.title-missing"]);
}
