using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Together;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Pages;

/// <summary>A page being begun: how it is called and who reads it.</summary>
public sealed record BeginPageModel(Form Form, Id<Page> Key, IReadOnlyList<Rung> Rungs)
{
    public bool Chooses => Writing.ChoosesWhom(Form, Rungs);
}

public sealed record PageTitleModel(PageHead Page, Form Form);

/// <summary>A page as it is shown: what stands on it as markup, for whoever has no script and until the editor has come.</summary>
public sealed record PageModel(PageHead Page, string Html, IReadOnlyDictionary<long, PageEditorModel.Writer> Writers, BesideModel Beside)
{
    /// <summary>What was being said about words on it, where something was wrong with that.</summary>
    public Form? Speaking { get; init; }
}

public static class ShowingPages
{
    public static async Task<PageModel> PageModel(this Db db, PageHead page) =>
        new(page, await db.PageHtml(page), await db.WritersOf(page.Id), await db.Beside(page));
}
