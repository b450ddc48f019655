using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Leaderful.Shared.Views;

/// <summary>
/// A page as an answer, rendered whole before a byte of it is sent: what fails on the way is still an error page. The plain
/// renderer is half the work of the one made for streaming and islands, of which this house uses neither.
/// </summary>
public sealed class Shown<TView, TModel>(TModel model, int status) : IResult, IStatusCodeHttpResult where TView : View<TModel>
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(View<TModel>.Model)] = model };
            var page = await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(parameters));
            (httpContext.Response.StatusCode, httpContext.Response.ContentType) = (status, "text/html; charset=utf-8");
            using var text = new Utf8Text(httpContext.Response.BodyWriter);
            page.WriteHtmlTo(text);
        });
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
