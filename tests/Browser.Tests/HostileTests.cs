using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared.Forms;
using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Hostile;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Known attacks in every place people write into, read in a browser that our policy does not protect: nothing of them runs.</summary>
public class HostileTests(Hall hall, HostileWorld world) : InHall(hall), IClassFixture<HostileWorld>
{
    /// <summary>Whatever runs calls one of these.</summary>
    private const string Ears = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => { window.ran.push(name); };";

    /// <summary>What could still run, if somebody touched it.</summary>
    private const string Asleep = """
        () => [...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
            .filter(a => a.name.startsWith("on") || a.name === "srcdoc" || (/^(href|src|action|formaction|xlink:href|data)$/.test(a.name) && /^[\s\u0000-\u001f]*(javascript|vbscript|data):/i.test(a.value)))
            .map(a => `${e.tagName} ${a.name}=${a.value}`.slice(0, 200)))
          .concat([...document.querySelectorAll("iframe, object, embed, base, main script, main style:not([nonce]), main link, main meta")].map(e => e.outerHTML.slice(0, 200)))
        """;

    [Fact(Timeout = Hall.Longest)]
    public async Task Nothing_of_it_runs_on_any_page_that_shows_it()
    {
        var (page, away) = await Listening();
        await page.GotoAsync("/c/millbrook");
        var wrong = new List<string>();
        foreach (var path in world.Paths)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('main details')) fold.open = true; }");
            await Heard(page, path, wrong);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(away.Count == 0, string.Join('\n', away));
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Nothing_of_it_runs_that_comes_to_a_page_that_is_open()
    {
        var id = await world.Begin(world.Ines, "Live", "Quiet so far.");
        var (page, away) = await Listening();
        await page.GotoAsync(Talk.Path(id));
        var attacks = HostileTexts.Attacks.Take(30).ToList();
        foreach (var attack in attacks) await world.Reply(world.Ines, id, attack);
        await world.Writes.Do(unit => unit.Rename(world.Ines.Person.ActorId, id, Cut(attacks[^1])));
        await Assertions.Expect(page.Locator(".thread > li[id^=p]")).ToHaveCountAsync(attacks.Count + 1);
        var wrong = new List<string>();
        await Heard(page, "live", wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(away.Count == 0, string.Join('\n', away));
    }

    /// <summary>The same attacks as they are, in the same browser: they do run.</summary>
    [Fact(Timeout = Hall.Longest)]
    public async Task They_would_run_if_they_were_shown_as_they_are()
    {
        var (page, _) = await Listening();
        await page.GotoAsync("/communities");
        await page.EvaluateAsync("attacks => { for (const attack of attacks) { const part = document.createElement('div'); part.innerHTML = attack; document.querySelector('main').append(part); } }", HostileTexts.Attacks);
        await page.WaitForFunctionAsync("() => window.ran.length >= 2");
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Asleep));
    }

    private static async Task Heard(IPage page, string path, List<string> wrong)
    {
        // What an image that is missing would do comes after it was asked for.
        await page.WaitForLoadStateAsync(LoadState.Load);
        wrong.AddRange((await page.EvaluateAsync<string[]>("() => window.ran")).Select(r => $"{path}: {r} ran"));
        wrong.AddRange((await page.EvaluateAsync<string[]>(Asleep)).Select(a => $"{path}: {a}"));
    }

    private async Task<(IPage Page, List<string> Away)> Listening()
    {
        var page = await Open(world, world.Ruth, phone: false, policy: false);
        var away = new List<string>();
        await page.AddInitScriptAsync(Ears);
        await page.Context.RouteAsync(url => !url.StartsWith("http://localhost:", StringComparison.Ordinal), route =>
        {
            lock (away) away.Add($"asks {route.Request.Url}");
            return route.AbortAsync();
        });
        return (page, away);
    }

    internal static string Cut(string text)
    {
        var line = Clean.Line(text);
        return line.Length <= 80 ? line : line[..80];
    }
}

/// <summary>Millbrook, in which every text is an attack.</summary>
public sealed class HostileWorld : LiveWorld
{
    public IReadOnlyList<string> Paths { get; private set; } = [];

    protected override async Task Settle()
    {
        await base.Settle();
        var attacks = HostileTexts.Attacks;
        var all = await this.Begin(Ines, HostileTests.Cut(attacks[0]), attacks[0]);
        foreach (var attack in attacks) await this.Reply(Ines, all, attack);
        foreach (var attack in attacks) await Writes.Do(unit => unit.Begin(Ines.Person.ActorId, Millbrook.Id, Millbrook.ScopeId, HostileTests.Cut(attack), Said.Of(attack)));
        foreach (var attack in attacks) await Writes.Do(unit => Task.FromResult(unit.Portray(Ines.Person.Id, Ines.Person.ActorId, Facet.Care, new Opening(Clean.Line(attack), Millbrook.ScopeId, HostileTests.Cut(attack)))));
        var circles = new List<Id<Circle>>();
        foreach (var attack in attacks.Take(40))
            if (await Writes.Do(unit => unit.BeginCircle(Millbrook.Id, Millbrook.ScopeId, Ines.Person.Id, Ines.Person.ActorId, new CircleWish(HostileTests.Cut(attack), attack.Length > 200 ? attack[..200] : attack, Joining.Open))) is { } id) circles.Add(id);
        for (var n = 1; n <= attacks.Count; n++) await Ruth.Post($"{Talk.Path(all)}/posts/{n}/value");
        await Ruth.Post($"{Talk.Path(all)}/posts/2/reports", ("agreement", "else"), ("text", attacks[0]));
        await Ines.Post($"{Talk.Path(all)}/posts/3/revisions", ("text", attacks[^1]));
        Paths =
        [
            "/", "/c/millbrook", "/c/millbrook/conversations", "/c/millbrook/circles", $"/c/millbrook/people/{Ines.Person.Id}", "/c/millbrook/people?facet=care", "/c/millbrook/people?q=alert", "/me/valuable", "/c/millbrook/care",
            .. Enumerable.Range(0, (attacks.Count / 50) + 1).Select(n => $"{Talk.Path(all)}?from={(n * 50) + 1}"),
            $"{Talk.Path(all)}?quote=5", $"{Talk.Path(all)}/posts/5/acts", $"{Talk.Path(all)}/posts/3/revisions", $"{Talk.Path(all)}/posts/2/care",
            .. circles.Take(5).Select(c => $"/c/millbrook/circles/{c}"),
            .. new[] { "alert", "xss", "script", "img", "onerror", "javascript", "style", "svg" }.SelectMany(q => new[] { $"/search?q={q}", $"/c/millbrook/search?q={q}&kind=people" }),
            $"/c/millbrook/search?q={Uri.EscapeDataString(attacks[0])}", $"/search?q={Uri.EscapeDataString("\"><img src=x onerror=alert(1)>")}",
        ];
    }
}
