using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared.Views;

/// <summary>A page: what it shows is its <see cref="Model"/>, who looks is its <see cref="Viewer"/>.</summary>
public abstract class View<TModel> : ComponentBase
{
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;

    [Inject] protected Viewer Viewer { get; set; } = default!;

    protected Words T => Viewer.Words;
}
