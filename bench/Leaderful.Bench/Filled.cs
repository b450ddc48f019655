using System.Text.Json;

namespace Leaderful.Bench;

/// <summary>What a filled instance has for the loads: where the conversation is, and the cookies of its readers.</summary>
public sealed record Filled(string Conversation, IReadOnlyList<string> Cookies)
{
    /// <summary>The ids of pages, where there are any.</summary>
    public IReadOnlyList<string>? Pages { get; init; }

    public static Filled Read(string file) => JsonSerializer.Deserialize<Filled>(File.ReadAllText(file))!;
}
