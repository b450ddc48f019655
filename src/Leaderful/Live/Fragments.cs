using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Leaderful.Live;

/// <summary>Renders a component outside any request: all it needs comes in as parameters.</summary>
public sealed class Fragments(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> Render<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
