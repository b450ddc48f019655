using FsCheck;
using FsCheck.Fluent;
using Leaderful.Data;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.Prompts;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Debriefs;

/// <summary>The way parts at the sixth question.</summary>
public class DebriefWayTests
{
    private static readonly string[] Every = ["results", "leadership", "vision", "community", "frame", "everyday", "now", "not-ready", "growing", "keeps-so", "we-keep"];
    private static readonly string[] Last = ["now", "not-ready", "growing"];
    private static readonly string?[] Choices = [null, HousePrompts.AlreadySo, HousePrompts.No, HousePrompts.Yes];

    /// <summary>Whatever was answered before, in whichever order, and however often it was said otherwise.</summary>
    [Fact]
    public void The_last_three_are_asked_of_those_who_said_yes_and_of_nobody_else() => Prop.ForAll<byte[]>(presses =>
    {
        var answers = new List<DebriefAnswer>();
        string? said = null;
        foreach (var press in presses ?? [])
        {
            var (key, choice) = (Every[press % Every.Length], Choices[press / Every.Length % Choices.Length]);
            var isAsked = DebriefWay.Asked(DebriefWay.ChoiceIn(answers)).Contains(key);
            if (Last.Contains(key) && isAsked != (said == HousePrompts.Yes)) return false;
            if (!isAsked) continue;
            if (key == HousePrompts.Everyday) said = choice;
            Write(answers, key, key == HousePrompts.Everyday ? choice : null);
        }
        var asked = DebriefWay.Asked(DebriefWay.ChoiceIn(answers));
        return Last.All(k => asked.Contains(k) == (said == HousePrompts.Yes)) && Every.Take(6).SequenceEqual(asked.Take(6)) && asked.Distinct(StringComparer.Ordinal).Count() == asked.Count;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, 6)]
    [InlineData("nonsense", 6)]
    [InlineData(HousePrompts.AlreadySo, 7)]
    [InlineData(HousePrompts.No, 7)]
    [InlineData(HousePrompts.Yes, 9)]
    public void Each_way_has_its_end(string? choice, int questions) => Assert.Equal(questions, DebriefWay.Asked(choice).Count);

    [Fact]
    public void The_way_is_made_of_what_the_set_holds() => Assert.All(DebriefWay.Asked(HousePrompts.Yes), k => Assert.True(HousePrompts.Find(HousePrompts.Debrief)!.Has(k)));

    private static void Write(List<DebriefAnswer> answers, string key, string? choice)
    {
        if (answers.Find(a => a.Key == key) is not { } answer) answers.Add(answer = new DebriefAnswer { Id = Id<DebriefAnswer>.New(), Key = key });
        answer.Write("Said", choice, default, DateTime.UnixEpoch);
    }
}
