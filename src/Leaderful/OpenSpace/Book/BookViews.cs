using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>A part of a book as markup, for a file: the same parts that draw the page.</summary>
internal sealed class BookViews(IServiceProvider services) : IAsyncDisposable
{
    private readonly HtmlRenderer renderer = new(services, services.GetRequiredService<ILoggerFactory>());

    public Task<string> Draw<TView>(params (string Name, object? Value)[] parameters) where TView : IComponent => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)))).ToHtmlString());

    public ValueTask DisposeAsync() => renderer.DisposeAsync();
}
