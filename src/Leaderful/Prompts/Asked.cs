using Leaderful.Data;

namespace Leaderful.Prompts;

/// <summary>A set as it is asked of somebody. An answer keeps the version, or that it was the house's (null), and the prompt's key.</summary>
public sealed record AskedSet(string Key, Id<PromptSet>? Version, IReadOnlyList<AskedPrompt> Prompts);

public sealed record AskedPrompt(string Key, PromptKind Kind, string Text, string Hint, string Language)
{
    /// <summary>What a choice is between.</summary>
    public IReadOnlyList<AskedOption> Options { get; init; } = [];

    /// <summary>The words as they were written, where what is read is a translation of earlier ones.</summary>
    public string? Original { get; init; }
}

public sealed record AskedOption(string Name, string Text, string Language);
