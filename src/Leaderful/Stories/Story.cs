using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories;

/// <summary>What a story is told with: a title, and whatever of its four parts is there.</summary>
public sealed record StoryWish(string Title)
{
    public string Challenge { get; init; } = "";
    public string Choice { get; init; } = "";
    public string Outcome { get; init; } = "";
    public string Value { get; init; } = "";
    public IReadOnlyList<ValueKind> Shows { get; init; } = [];
}

/// <summary>
/// A story somebody tells of themselves or of now: a challenge, a choice, what came of it, what that was worth. It stands on their own
/// rung until they open it. A story of us shares its id with the live page it is written on, which has its title, its rung and its text.
/// </summary>
[Entity]
public sealed class Story
{
    public const int LongestTitle = 120;
    public const int LongestPart = 2000;

    /// <summary>The four parts, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<string> Parts = ["challenge", "choice", "outcome", "value"];

    public Id<Story> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public StoryKind Kind { get; init; }
    public string Title { get; private set; } = "";
    public string Challenge { get; private set; } = "";
    public string Choice { get; private set; } = "";
    public string Outcome { get; private set; } = "";
    public string Value { get; private set; } = "";

    /// <summary>The kinds of value it shows, as <see cref="ValueKinds"/> writes them.</summary>
    public string Shows { get; private set; } = "";

    /// <summary>What it was opened to more people for.</summary>
    public string Reason { get; set; } = "";

    public string this[string part] => part switch { "challenge" => Challenge, "choice" => Choice, "outcome" => Outcome, _ => Value };

    public void Tell(StoryWish wish)
    {
        (Title, Challenge, Choice, Outcome, Value) = (wish.Title, wish.Challenge, wish.Choice, wish.Outcome, wish.Value);
        Show(wish.Shows);
    }

    public void Show(IReadOnlyList<ValueKind> kinds) => Shows = ValueKinds.Text(kinds);

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => (Title, Challenge, Choice, Outcome, Value, Shows, Reason) = ("", "", "", "", "", "", "");
}

public sealed class StoryMapping : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.ToTable("stories");
        builder.Property(s => s.Title).HasMaxLength(Story.LongestTitle);
        builder.Property(s => s.Challenge).HasMaxLength(Story.LongestPart);
        builder.Property(s => s.Choice).HasMaxLength(Story.LongestPart);
        builder.Property(s => s.Outcome).HasMaxLength(Story.LongestPart);
        builder.Property(s => s.Value).HasMaxLength(Story.LongestPart);
        builder.Property(s => s.Shows).HasMaxLength(ValueKinds.Longest);
        builder.Property(s => s.Reason).HasMaxLength(PortraitEntry.LongestReason);
        builder.HasIndex(s => s.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
    }
}
