using Leaderful.Conversations;
using Leaderful.Data;
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
public sealed record PageModel(PageHead Page, string Html, IReadOnlyDictionary<long, PageEditorModel.Writer> Writers);
