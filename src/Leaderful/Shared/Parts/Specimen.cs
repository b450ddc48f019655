using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared.Parts;

/// <summary>Shows parts of one kind. What its people say (<c>data-said</c>) is a sample, and stays in English.</summary>
public abstract class Specimen : ComponentBase
{
    [Inject] protected Viewer Viewer { get; set; } = default!;

    protected Words T => Viewer.Words;
}
