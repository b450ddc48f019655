using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Search;

/// <summary>
/// Something that can be found: one row for each thing that stands, of which the words are in the index beside it
/// (<see cref="SearchSchema"/>). It holds nothing that could not be made again from the thing, and refers to nothing, so that
/// a thing may go before its entry does within a unit.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>What the index knows it by.</summary>
    public long Number { get; init; }
    public Id<Thing> ThingId { get; init; }
    public ThingKind Kind { get; init; }
    public Id<Community>? CommunityId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public Id<Scope> ScopeId { get; init; }
    public DateTime At { get; init; }
}

public sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("search_entries");
        builder.HasKey(e => e.Number);
        builder.HasIndex(e => e.ThingId).IsUnique();
    }
}
