using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Circles;

/// <summary>
/// A few people of a community who belong together and govern themselves. The circle, with who belongs to it, is seen by the
/// community, as a thing on the community's rung; what it says stands on a rung of its own.
/// </summary>
[Entity]
public sealed class Circle
{
    public const int LongestName = 80;
    public const int LongestPurpose = 200;

    public Id<Circle> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Scope> ScopeId { get; init; }
    public required string Name { get; set; }
    public string Purpose { get; set; } = "";

    /// <summary>Open, or on request; a circle has no invitations.</summary>
    public Joining Joining { get; set; } = Joining.Open;
}

/// <summary>A circle as whoever belongs to it carries it along.</summary>
public sealed record OwnCircle(Id<Circle> Id, Id<Scope> ScopeId, Id<Community> CommunityId, string Name, int Members, DateTime JoinedAt);

public sealed class CircleMapping : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> builder)
    {
        builder.ToTable("circles");
        builder.Property(c => c.Name).HasMaxLength(Circle.LongestName);
        builder.Property(c => c.Purpose).HasMaxLength(Circle.LongestPurpose);
        builder.HasIndex(c => c.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Scope>().WithOne().HasForeignKey<Circle>(c => c.ScopeId);
    }
}
