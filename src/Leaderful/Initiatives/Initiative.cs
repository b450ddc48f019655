using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Initiatives;

/// <summary>
/// Something people want to bring about together. A title is enough to begin it; what they hold to is its organizing sentence, and who
/// carries it is its team. Who sees it is the thing's rung.
/// </summary>
[Entity]
public sealed class Initiative
{
    public const int LongestTitle = 120;
    public const int LongestPurpose = 1000;

    public Id<Initiative> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Title { get; set; }
    public string Purpose { get; set; } = "";

    /// <summary>Counts every change of its title and purpose, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    public void Reword(string title, string purpose) => (Title, Purpose, Edition) = (title, purpose, Edition + 1);

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => (Title, Purpose) = ("", "");
}

public sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ToTable("initiatives");
        builder.Property(i => i.Title).HasMaxLength(Initiative.LongestTitle);
        builder.Property(i => i.Purpose).HasMaxLength(Initiative.LongestPurpose);
        builder.HasIndex(i => i.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(i => i.CommunityId);
    }
}
