using System.Globalization;
using Leaderful.Data;
using Leaderful.Prompts;

namespace Leaderful.Demo;

/// <summary>A set of questions that the people of the demo put in their own words.</summary>
public sealed class Questions(Story story, string place, HouseSet set, string who, string language)
{
    public static void Schedule(Story story)
    {
        foreach (var lines in Script.Table("questions.txt").GroupBy(c => string.Join('|', c[..6]), StringComparer.Ordinal))
        {
            var first = lines.First();
            var questions = new Questions(story, first[0], HousePrompts.Find(first[1])!, first[4], first[5]);
            var words = lines.Select(c => new PromptWords(c[6], c[7], c[8])).ToList();
            story.Calendar.On(int.Parse(first[2], CultureInfo.InvariantCulture), first[3], async unit =>
            {
                if (!await questions.Write(unit, words)) throw new InvalidOperationException($"{first[4]} could not write these questions: {first[1]} on {first[2]}");
            });
        }
    }

    private Id<Actor> By => story.Cast.Actor(who);

    private async Task<bool> Write(Unit unit, IReadOnlyList<PromptWords> words)
    {
        var community = story.Place(place).Id;
        var current = await unit.Db.CurrentSet(community, set.Key);
        if (current is not null && current.Language != language)
            return await unit.TranslatePrompts(community, By, current.Id, language, [.. words.Select(w => new TranslationWords(w.Key, w.Text, w.Hint))], Translating.Edition([]));
        var until = current is null ? OfHouse() : (await unit.Db.WrittenPrompts(current.Id)).Select(p => new PromptWords(p.Key, p.Text, p.Hint));
        var wish = until.Select(p => words.FirstOrDefault(w => w.Key == p.Key) ?? p).Concat(words.Where(w => w.Key == "+").Select(w => w with { Key = WordingForm.NewKey() }));
        return await unit.RewordPrompts(community, By, set, new PromptWish(language, [.. wish]), current?.Id) == Reworded.Kept;
    }

    private IEnumerable<PromptWords> OfHouse()
    {
        var english = story.Paper.Languages.English;
        return set.Prompts.Select(p => new PromptWords(p.Key, PromptQueries.HouseText(set.Key, p.Key, english), PromptQueries.HouseHint(set.Key, p, english)));
    }
}
