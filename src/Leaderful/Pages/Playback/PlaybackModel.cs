using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Pages.Playback;

/// <summary>One moment in the life of a page.</summary>
public sealed record PlaybackModel(PageHead Page, IReadOnlyList<Moment> Moments, int Step, string Html, IReadOnlyList<string> By, IReadOnlyList<NamedMoment> Named, Form Form)
{
    public bool IsNow => Step == Moments.Count - 1;
    public Moment Moment => Moments[Step];
}

/// <summary>What changed on a page from one step to another, of all there are.</summary>
public sealed record PageChangesModel(PageHead Page, IReadOnlyList<Moment> Moments, int FromStep, int ToStep, IReadOnlyList<DiffSegment> Changes)
{
    public Moment From => Moments[FromStep];
    public Moment To => Moments[ToStep];
}
