using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Leaderful.Shared.Views;

/// <summary>A page: what it shows is its <see cref="Model"/>, who looks is its <see cref="Viewer"/>.</summary>
public abstract class View<TModel> : ComponentBase
{
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;

    [Inject] protected Viewer Viewer { get; set; } = default!;

    protected Words T => Viewer.Words;
}

public static class Page
{
    /// <summary>The one way to answer with a page.</summary>
    public static RazorComponentResult<TView> Show<TView, TModel>(TModel model, int status = StatusCodes.Status200OK) where TView : View<TModel> =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(View<TModel>.Model)] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The form again, as it was typed, with what is wrong beside it.</summary>
    public static RazorComponentResult<TView> ShowAgain<TView, TModel>(TModel model) where TView : View<TModel> =>
        Show<TView, TModel>(model, StatusCodes.Status422UnprocessableEntity);

    /// <summary>On to the next page, which may first say what was done.</summary>
    public static IResult Go(string path, Done? done = null) => new SeeOther(path, done);

    private sealed class SeeOther(string path, Done? done) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            done?.Leave(httpContext);
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
