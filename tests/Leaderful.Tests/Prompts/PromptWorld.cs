using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Prompts;
using Leaderful.Shared;
using Leaderful.Tests.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Prompts;

/// <summary>Communities, and what they ask.</summary>
public static class Asking
{
    public static string Path(this Community community, string key, string more = "") => $"{community.Path}/questions/{key}{more}";

    public static Words English(this World world) => world.Services.GetRequiredService<Languages>().English;

    /// <summary>As somebody reads it who would like these languages.</summary>
    public static Task<AskedSet> Asked(this World world, Community community, string key, params string[] wishes) =>
        world.Read(db => db.PromptsFor(community.Id, key, new Tongue(world.English(), wishes)));

    public static Task<PromptSet?> Current(this World world, Community community, string key) => world.Read(db => db.CurrentSet(community.Id, key));

    public static Task<int> Versions(this World world, Community community) => world.Read(db => db.The<PromptSet>().CountAsync(s => s.CommunityId == community.Id));

    /// <summary>Changes the wording through the form, as it comes.</summary>
    public static async Task<Screen> Reword(this Visitor who, Community community, string key, params (string Name, string Value)[] fields) =>
        await who.Submit(await who.Get(community.Path(key, "/wording")), "/wording", fields);

    /// <summary>Translates what is asked now, through the form.</summary>
    public static async Task<Screen> Translate(this Visitor who, Community community, string key, string language, params (string Name, string Value)[] fields) =>
        await who.Submit(await who.Get(community.Path(key, $"/translations/{language}")), $"/translations/{language}", fields);

    public static string[] Keys(this AskedSet set) => [.. set.Prompts.Select(p => p.Key)];

    public static AskedPrompt One(this AskedSet set, string key) => set.Prompts.Single(p => p.Key == key);

    /// <summary>The prompts in the form as it is shown, in their order.</summary>
    public static string[] Order(this Screen page) => [.. page.Page.QuerySelectorAll("input[name=asked]").Select(i => i.GetAttribute("value")!)];
}
