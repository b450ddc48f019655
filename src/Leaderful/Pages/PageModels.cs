using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Hanging;
using Leaderful.Pages.Together;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Leaderful.Stories;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>A page being begun: how it is called and who reads it.</summary>
public sealed record BeginPageModel(Form Form, Id<Page> Key, IReadOnlyList<Rung> Rungs)
{
    /// <summary>What it is begun on, where that is theirs to hang a page on.</summary>
    public AboutThing? On { get; init; }

    /// <summary>The community's own templates.</summary>
    public IReadOnlyList<PageTemplate> Own { get; init; } = [];

    public bool Chooses => Writing.ChoosesWhom(Form, Rungs);
}

public sealed record PageTitleModel(PageHead Page, Form Form);

/// <summary>A page as it is shown: what stands on it as markup, for whoever has no script and until the editor has come.</summary>
public sealed record PageModel(PageHead Page, string Html, IReadOnlyDictionary<long, PageEditorModel.Writer> Writers, BesideModel Beside)
{
    public IReadOnlyList<StepUp> Way { get; init; } = [];
    public required PageAround Around { get; init; }

    /// <summary>What was promised on it.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];

    /// <summary>Whether it is a story of us, which is read with what others let its tellers quote.</summary>
    public bool IsStory { get; init; }

    /// <summary>What was being said about words on it, where something was wrong with that.</summary>
    public Form? Speaking { get; init; }
}

public static class ShowingPages
{
    public static async Task<PageModel> PageModel(this Db db, Viewer viewer, PageHead page) => new(page, await db.PageHtml(page), await db.WritersOf(page.Id), await db.Beside(page))
    {
        IsStory = await db.The<Story>().AnyAsync(s => s.Id == page.Id.As<Story>()),
        Way = await db.WayTo(viewer, page), Around = await PageAround.Of(db, viewer, page), Commitments = await db.CommitmentsOn(viewer, page.Id.As<Thing>()),
    };
}
