namespace Leaderful.Stories;

/// <summary>What a story can show that it was worth: in the moment, for later, in use, in what came of it, in how one sees, in what others can do, in what it makes possible.</summary>
public enum ValueKind { Immediate, Potential, Applied, Realised, Transformative, Strategic, Enabling }

/// <summary>Those a story shows, as its row keeps them.</summary>
public static class ValueKinds
{
    public const int Longest = 120;

    public static string Text(IEnumerable<ValueKind> kinds) => string.Join(' ', kinds.Distinct().Order());

    public static IReadOnlyList<ValueKind> Read(string text) => Read(text.Split(' '));

    public static IReadOnlyList<ValueKind> Read(IEnumerable<string> names) =>
        [.. names.Select(n => Enum.TryParse<ValueKind>(n, out var kind) && Enum.IsDefined(kind) ? kind : (ValueKind?)null).OfType<ValueKind>().Distinct().Order()];
}
