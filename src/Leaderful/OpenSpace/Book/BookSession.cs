using System.Globalization;
using Leaderful.Data;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages.Together;

namespace Leaderful.OpenSpace.Book;

/// <summary>A session as the book has it: what was on the wall, who says they came, and what was written.</summary>
public sealed record BookSession(Id<Topic> Id, int Number, string Title, string Why, string Convener)
{
    /// <summary>Whether the house knows whoever called it, or knew them: then a name that is empty is that of a former member.</summary>
    public bool IsConvenerKnown { get; init; }
    public BookWhen? When { get; init; }

    /// <summary>Who came, by their own word.</summary>
    public IReadOnlyList<string> Came { get; init; } = [];
    public BookReport? Report { get; init; }

    /// <summary>The address of the picture of the paper it was written on.</summary>
    public string? Paper { get; init; }
    public bool HasPromises { get; init; }

    /// <summary>The topics that were joined to it.</summary>
    public IReadOnlyList<BookSession> Joined { get; init; } = [];

    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"s-{Number}");
    public bool HasNotes => Report is not null;
    public bool SaysSomething => HasNotes || HasPromises || Came.Count > 0 || Joined.Any(j => j.SaysSomething);

    public IEnumerable<BookSession> WithJoined => [this, .. Joined];
}

/// <summary>When and where it met, by the clock of the place.</summary>
public sealed record BookWhen(DateTime Begins, DateTime Ends, string Place, int PlaceOrder, bool IsToCome)
{
    public DateOnly Day => DateOnly.FromDateTime(Begins);
}

/// <summary>What was written, as markup; as it was written itself where that was asked for.</summary>
public sealed record BookReport(string Html)
{
    internal Written? Written { get; init; }

    /// <summary>Of those it was begun with, the ones that are empty are no part of it.</summary>
    internal ReportBoxes Boxes { get; init; } = new([]);
}
