namespace Leaderful.Pairing.Bench;

/// <summary>People as a product would count them, people as chance has them, and the kind that was found to be hardest.</summary>
internal static class Crowds
{
    public static IEnumerable<(string Name, Func<int, int, int?> Worth)> Of(int people)
    {
        var random = new Random(1);
        var skills = Enumerable.Range(0, people).Select(_ => (Offers: random.Next(40), Needs: random.Next(40), Weight: random.Next(500))).ToArray();
        int? Community(int one, int other) => random.Next(20) == 0
            ? null
            : (random.Next(10) == 0 ? 0 : 100) + (one % 12 == other % 12 ? 0 : 30) + (skills[one].Offers == skills[other].Needs ? 50 : 0) + (skills[other].Offers == skills[one].Needs ? 50 : 0) + random.Next(10);
        yield return ("a community", Community);
        yield return ("few know each other", (one, other) => random.Next(people) < 20 ? Community(one, other) : null);
        yield return ("few, of little choice", (one, other) => random.Next(people) < 4 ? Community(one, other) : null);
        yield return ("by chance", (_, _) => random.Next(1_000_000));
        yield return ("hardest", (one, other) => 250_000 - (skills[one].Weight * skills[other].Weight));
    }
}
