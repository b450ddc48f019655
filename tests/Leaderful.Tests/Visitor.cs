using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Leaderful.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Leaderful.Tests;

/// <summary>Somebody with a browser: follows links, fills in the forms a page has, keeps cookies.</summary>
public sealed class Visitor
{
    private readonly Person? person;

    public Visitor(HttpClient client, Person? person, string? token = null)
    {
        (Client, this.person, Token) = (client, person, token);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (token is not null) client.DefaultRequestHeaders.Add("Cookie", $"leaderful={token}");
    }

    public static WebApplicationFactoryClientOptions At(Uri address) => new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = address };

    public HttpClient Client { get; }
    public string? Token { get; }
    public Person Person => person ?? throw new InvalidOperationException("Nobody is signed in here.");

    public async Task<Screen> Get(string path) => await Screen.Of(await Client.GetAsync(path));

    public Task<HttpResponseMessage> Send(string method, string path) =>
        Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new FormUrlEncodedContent([]) });

    /// <summary>Posts to an address as a form would; redirects are left to the test.</summary>
    public async Task<Screen> Post(string path, params (string Name, string Value)[] fields) =>
        await Screen.Of(await Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))));

    /// <summary>Fills in the form of a page that posts to an address ending in <paramref name="action"/>, and follows to where it leads.</summary>
    public async Task<Screen> Submit(Screen page, string action, params (string Name, string Value)[] fields)
    {
        var answer = await Post(page.FormTo(action), [.. page.FieldsOf(action, fields)]);
        return await Follow(answer);
    }

    public async Task<Screen> Follow(Screen answer) =>
        answer.Status is HttpStatusCode.SeeOther or HttpStatusCode.Redirect ? await Get(answer.Location) : answer;
}

/// <summary>What came back: a status and, mostly, a page.</summary>
public sealed class Screen
{
    private static readonly HtmlParser Parser = new();

    private Screen(HttpResponseMessage response, string text)
    {
        (Response, Text) = (response, text);
        Page = Parser.ParseDocument(text);
    }

    public HttpResponseMessage Response { get; }
    public string Text { get; }
    public IHtmlDocument Page { get; }
    public HttpStatusCode Status => Response.StatusCode;
    public string Location => Response.Headers.Location?.ToString() ?? "";
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public string Main => Page.QuerySelector("main")?.TextContent ?? "";

    public static async Task<Screen> Of(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());

    public string FormTo(string action) => Form(action).GetAttribute("action")!;

    /// <summary>The form's own fields with the given ones written over them.</summary>
    public IEnumerable<(string Name, string Value)> FieldsOf(string action, (string Name, string Value)[] filled)
    {
        var form = Form(action);
        foreach (var (name, _) in filled)
            Assert.True(form.Elements.Any(e => e.GetAttribute("name") == name), $"The form has no field '{name}'.");
        var kept = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Name is { Length: > 0 } && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")));
        return kept.Where(k => filled.All(f => f.Name != k.Item1)).Concat(filled);
    }

    private IHtmlFormElement Form(string action)
    {
        var forms = Page.QuerySelectorAll("form").OfType<IHtmlFormElement>();
        return forms.FirstOrDefault(f => f.GetAttribute("action")?.EndsWith(action, StringComparison.Ordinal) == true)
            ?? throw new InvalidOperationException($"No form to '{action}' on this page ({Status}):\n{Main}");
    }
}
