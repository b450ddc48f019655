namespace Leaderful.Demo;

/// <summary>Somebody one can come in as.</summary>
public sealed record Guest(string Key, string Name, string Address, string As)
{
    public static IReadOnlyList<Guest> All => field ??= Read();

    private static List<Guest> Read()
    {
        var cast = new Cast();
        return [.. Script.Table("arrivals.txt").Select(c => (Role: cast.Role(c[0]), As: c[1])).Select(g => new Guest(g.Role.Key, g.Role.Name, g.Role.Address, g.As))];
    }
}
