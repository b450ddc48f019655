using Leaderful.Shared;

namespace Leaderful.Pages;

/// <summary>What a page may begin with: words of the house, in the language of whoever begins it.</summary>
public static class Templates
{
    public const string Blank = "blank";

    public static readonly IReadOnlyList<string> All = [Blank, "four-boxes", "check-in", "charter", "story"];

    public static string Text(string? name, Words words) =>
        name is not null and not Blank && All.Contains(name, StringComparer.Ordinal) ? words[$"templates.{name}"] : "";
}
