using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Linking;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Puts a conversation of a community, or of a circle in it, into the calendar.</summary>
public sealed class Telling(Story story, string place, Tale tale, Func<Id<Scope>>? rung = null)
{
    private readonly Id<Conversation> id = Id<Conversation>.New();

    public static IReadOnlyList<Tale> Tales(string place) => [.. Script.In($"tales/{place}/").Select(path => TaleReader.Read(Script.Text(path)) with { Key = Path.GetFileNameWithoutExtension(path) })];

    public void Schedule()
    {
        if (rung is null) story.Tell(place, tale, id);
        for (var number = 1; number <= tale.Sayings.Count; number++)
        {
            var (n, saying) = (number, tale.Sayings[number - 1]);
            story.Calendar.On(saying.At, unit => Say(unit, n, saying));
            foreach (var change in saying.Changes) story.Calendar.On(change.At, unit => Mend(unit, n, change));
        }
    }

    private async Task Say(Unit unit, int number, Saying saying)
    {
        var (author, community, said) = (story.Cast.Person(saying.Who), story.Place(place), await Say(unit, saying.Text, number));
        if (number == 1) await unit.About(story.AboutOf(place, tale.Key), unit.Begin(author.ActorId, community.Id, rung?.Invoke() ?? community.ScopeId, tale.Title, said, id));
        else if (await unit.Reply(author.ActorId, id, said) != number) throw new InvalidOperationException($"'{tale.Title}' lost count at {number}.");
        await unit.Read(author.Id, id, community.Id, number);
    }

    private async Task Mend(Unit unit, int number, Change change)
    {
        var post = await unit.Db.The<Post>().Where(p => p.ConversationId == id && p.Number == number).Select(p => p.Id).SingleAsync();
        var by = story.Cast.Actor(change.Who);
        var done = change.Text is { } text ? await unit.Rewrite(by, post, await Say(unit, text, number)) : await unit.TakeDown(by, post);
        if (!done) throw new InvalidOperationException($"Post {number} of '{tale.Title}' could not be changed.");
    }

    /// <summary>Whom it speaks to by name is called, as though they had typed it; among few nobody is.</summary>
    private async Task<Said> Say(Unit unit, string text, int number)
    {
        var c = story.Place(place);
        var here = new Here(c.Id, c.ScopeId, c.Slug, c.Name, c.Dye, c.Mark, c.StewardWord, IsSteward: false, Members: 0);
        return Said.Of(WithQuotes(text, number), called: rung is null ? await unit.Db.Called(here, null, text) : null);
    }

    /// <summary>A line after two angles becomes a quotation as the house makes it, leading back to where it was said.</summary>
    private string WithQuotes(string text, int number) => string.Join('\n', text.Split('\n').Select(line =>
    {
        if (!line.StartsWith(">> ", StringComparison.Ordinal)) return line;
        var quoted = tale.Find(line[3..], number);
        var saying = tale.Sayings[quoted - 1];
        var by = $"{story.Cast.Role(saying.Who).Name}, {story.Calendar.At(saying.At):d MMMM yyyy}";
        return Quoting.Of(line[3..], by, $"{story.Place(place).Path}/conversations/{id}/posts/{quoted}").TrimEnd();
    }));
}
