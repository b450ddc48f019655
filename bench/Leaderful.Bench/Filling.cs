using System.Text.Json;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

public static class Filling
{
    private const int Posts = 50;
    private const int Writers = 16;

    public static async Task<int> Fill(string folder)
    {
        await using var built = await Instance.Begin(folder);
        var filled = await Fill(built.GetRequiredService<Writes>());
        await File.WriteAllTextAsync(Path.Combine(folder, "filled.json"), JsonSerializer.Serialize(filled));
        Console.WriteLine($"CONVERSATION={filled.Conversation}\nCOOKIE={filled.Cookies[0]}");
        return 0;
    }

    /// <summary>Pages with nothing on them, for those who were filled in.</summary>
    public static async Task<int> Pages(string folder, int count)
    {
        var file = Path.Combine(folder, "filled.json");
        await using var built = Instance.Open(Instance.In(folder));
        var pages = await built.GetRequiredService<Writes>().Do(async unit =>
        {
            var (community, author) = (await unit.Db.The<Community>().SingleAsync(), await unit.Db.The<Actor>().FirstAsync());
            var begun = new List<string>();
            for (var n = 0; n < count; n++) begun.Add((await unit.BeginPage(author.Id, community.Id, community.ScopeId, $"Page {n}")).ToString());
            return begun;
        });
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Filled.Read(file) with { Pages = pages }));
        return 0;
    }

    private static async Task<Filled> Fill(Writes writes)
    {
        var (community, steward, cookie) = await writes.Do(unit =>
        {
            var founder = unit.Register("Ines Okoro", "ines@bench.example");
            founder.OperatorSince = unit.Now;
            return Task.FromResult((unit.Found(founder, "Millbrook Care Network", "millbrook"), founder, unit.SignIn(founder, "bench")));
        });
        var cookies = new List<string> { cookie };
        for (var n = 1; n < Writers; n++) cookies.Add(await writes.Do(unit => Member(unit, community, n)));
        var conversation = await writes.Do(unit => unit.Begin(
            steward.ActorId, community.Id, community.ScopeId, "Who keeps the garden room open at night?", Said.Of(MadeUpText.Post(0))));
        for (var n = 1; n < Posts; n++)
        {
            var post = n;
            await writes.Do(unit => unit.Reply(steward.ActorId, conversation, Said.Of(MadeUpText.Post(post))));
        }
        return new Filled($"/c/millbrook/conversations/{conversation}", cookies);
    }

    private static async Task<string> Member(Unit unit, Community community, int n)
    {
        var person = unit.Register($"Member {n}", $"member{n}@bench.example");
        await unit.Db.SaveChangesAsync();
        await unit.Join(community.Id, person);
        return unit.SignIn(person, "bench");
    }
}
