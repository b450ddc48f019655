using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.People;

namespace Leaderful.Rounds.Pairs;

/// <summary>Where people come from: the other circles they belong to, and the worlds they open to all who are there.</summary>
public sealed class RoundUnits
{
    private readonly HashSet<string>?[] units;

    public RoundUnits(RoundFacts facts, Dictionary<Id<Person>, int> numbers)
    {
        units = new HashSet<string>?[numbers.Count];
        foreach (var (person, circle) in facts.Circles) Add(numbers, person, circle.ToString());
        foreach (var line in facts.Lines.Where(l => l.Facet == Facet.World)) Add(numbers, line.PersonId, line.SearchKey);
    }

    /// <summary>Something is known of where they come from, and they have nothing of it in common.</summary>
    public bool AreApart(int one, int other) => (units[one], units[other]) switch
    {
        (null, null) => false,
        ({ } own, { } others) => !own.Overlaps(others),
        _ => true,
    };

    private void Add(Dictionary<Id<Person>, int> numbers, Id<Person> person, string unit)
    {
        if (numbers.TryGetValue(person, out var number)) (units[number] ??= new(StringComparer.Ordinal)).Add(unit);
    }
}
