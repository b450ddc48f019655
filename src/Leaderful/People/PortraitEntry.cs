using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.People;

/// <summary>
/// One thing somebody says of themselves. It is a thing of its own, so that each stands on its own rung of the ladder; a
/// portrait is nothing but those entries its reader may see.
/// </summary>
[Entity]
public sealed class PortraitEntry
{
    public const int LongestText = 500;
    public const int LongestReason = 200;

    public Id<PortraitEntry> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public Facet Facet { get; init; }

    /// <summary>
    /// The rung of its thing, here as well so that whoever looks for words reads only what may be theirs to read; none while it is
    /// taken back.
    /// </summary>
    public Id<Scope>? ScopeId { get; set; }

    /// <summary>Nothing where it is a photo, which hangs on it as a file.</summary>
    public required string Text { get; set; }

    /// <summary>What they share it for, in a line, said when it was opened to more people.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The text as it is looked for.</summary>
    public required string SearchKey { get; set; }
}

/// <summary>What an entry is about, in the order a portrait is read; last the one that is shown and not read.</summary>
public enum Facet { Addressing, Care, Offer, Need, Interest, World, Photo }

public static class Facets
{
    /// <summary>Those that are said in words.</summary>
    public static IReadOnlyList<Facet> Said { get; } = [.. Enum.GetValues<Facet>().Where(f => f != Facet.Photo)];

    public static Facet? Named(string? text) => Enum.TryParse<Facet>(text, ignoreCase: true, out var facet) && Said.Contains(facet) ? facet : null;
}

public sealed class PortraitEntryMapping : IEntityTypeConfiguration<PortraitEntry>
{
    public void Configure(EntityTypeBuilder<PortraitEntry> builder)
    {
        builder.ToTable("portrait_entries");
        builder.HasIndex(e => new { e.PersonId, e.Facet });
        builder.HasIndex(e => new { e.ScopeId, e.Facet, e.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
    }
}
