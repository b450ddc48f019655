using Leaderful.Shared.Web;

namespace Leaderful.Shared.Views;

public static class Screen
{
    /// <summary>The one way to answer with a page.</summary>
    public static IResult Show<TView, TModel>(TModel model, int status = StatusCodes.Status200OK) where TView : View<TModel> =>
        new Shown<TView, TModel>(model, status);

    /// <summary>The form again, as it was typed, with what is wrong beside it.</summary>
    public static IResult ShowAgain<TView, TModel>(TModel model) where TView : View<TModel> =>
        Show<TView, TModel>(model, StatusCodes.Status422UnprocessableEntity);

    /// <summary>On to the next page, which may first say what was done.</summary>
    public static IResult Go(string path, Done? done = null) => new SeeOther(path, done);

    private sealed class SeeOther(string path, Done? done) : IResult
    {
        /// <summary>What is sent in the background of a page ("here"), or long after ("quietly": then the next page is not about it), is told where to go and goes itself.</summary>
        private const string Sent = "Leaderful-Sent";

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var sent = httpContext.Request.Headers[Sent].ToString();
            if (sent != "quietly") done?.Leave(httpContext);
            httpContext.Response.StatusCode = sent.Length > 0 ? StatusCodes.Status204NoContent : StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
