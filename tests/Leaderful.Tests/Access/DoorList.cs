namespace Leaderful.Tests.Access;

public static class DoorList
{
    public static IReadOnlyList<string> Read() =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Leaderful.Tests", "Access", "doors.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').Order(StringComparer.Ordinal)];
}
