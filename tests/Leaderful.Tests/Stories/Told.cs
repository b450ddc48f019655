using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Shared;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Stories;

/// <summary>What the tests of this room tell, ask for and look up.</summary>
public static class Told
{
    public const string List = "/c/millbrook/stories";

    public static string At(Id<Story> id) => $"{List}/{id}";

    public static Task<Id<Story>> Story(this CircleWorld world, Visitor who, Id<Scope>? rung = null, StoryKind kind = StoryKind.Self) => world.Writes.Do(async unit =>
    {
        var id = await unit.TellStory(who.Person.ActorId, rung ?? world.Millbrook.ScopeId, world.Millbrook.Id, kind, new StoryWish(CircleWorld.Own("The night of the keys")) { Challenge = "The ward was locked" });
        return id;
    });

    public static Task<Id<Initiative>> Initiative(this CircleWorld world, Visitor who, Id<Scope>? rung = null) =>
        world.Writes.Do(unit => unit.BeginInitiative(who.Person.ActorId, world.Millbrook.Id, rung ?? world.Millbrook.ScopeId, CircleWorld.Own("Initiative")));

    /// <summary>Somebody asks another for words through the page, and the letter goes out.</summary>
    public static async Task<Id<Moment>> Ask(this CircleWorld world, Visitor who, Id<Story> story, string owner, string words, params (string, string)[] more)
    {
        await who.Submit(await who.Get($"{At(story)}/moments/new"), "/moments", [("name", owner), ("words", words), .. more]);
        var id = await world.Read(db => db.The<Moment>().Where(m => m.StoryId == story && m.Words == words).Select(m => m.Id).SingleAsync());
        await world.Write(id);
        return id;
    }

    /// <summary>The letter that is due goes out.</summary>
    public static Task Write(this CircleWorld world, Id<Moment> id) =>
        world.Writes.Do(unit => unit.AskByLetter(new Letterhead(world.Services.GetRequiredService<Languages>(), "https://leaderful.example"), id));

    public static Task<Screen> Answer(this Visitor who, Id<Moment> id, string answer) => who.Answer($"{List}/quoted/{id}", answer);

    /// <summary>On the page of an owner, or by the link of their letter.</summary>
    public static async Task<Screen> Answer(this Visitor who, string path, string answer, params (string, string)[] more)
    {
        var page = await who.Get(path);
        var fields = page.Page.QuerySelectorAll("form").Any(f => f.GetAttribute("action") == path) ? page.FieldsOf(path, more) : more;
        return await who.Follow(await who.Post(path, [.. fields, ("answer", answer)]));
    }
}
