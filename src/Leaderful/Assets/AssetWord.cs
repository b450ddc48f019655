using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets;

/// <summary>
/// A word of what somebody offers, needs or knows, under the rung it stands on: whoever looks reads nothing but words of rungs that are
/// theirs, and no more of those than begin as what they look for. It holds nothing that could not be made again from the entry.
/// </summary>
public sealed class AssetWord
{
    public Id<PortraitEntry> EntryId { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Scope> ScopeId { get; init; }
    public bool IsNeed { get; init; }

    /// <summary>As bytes, since each database has an order of its own for letters, and one for bytes.</summary>
    public required byte[] Word { get; init; }
}

public sealed class AssetWordMapping : IEntityTypeConfiguration<AssetWord>
{
    public void Configure(EntityTypeBuilder<AssetWord> builder)
    {
        builder.ToTable("asset_words");
        builder.HasKey(w => new { w.EntryId, w.Word });
        // All that is asked of it, so that the rows themselves are not read.
        builder.HasIndex(w => new { w.ScopeId, w.Word, w.EntryId, w.PersonId, w.IsNeed });
    }
}
