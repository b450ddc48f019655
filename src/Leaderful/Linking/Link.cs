using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Linking;

/// <summary>Something said leads to another thing. It belongs to the community it was said in, and goes with what was said.</summary>
public sealed class Link
{
    public Id<Thing> FromId { get; init; }
    public Id<Thing> ToId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

public sealed class LinkMapping : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.ToTable("links");
        builder.HasKey(l => new { l.FromId, l.ToId });
        builder.HasIndex(l => l.ToId);
        builder.HasIndex(l => l.CommunityId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(l => l.FromId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(l => l.ToId);
        builder.HasOne<Community>().WithMany().HasForeignKey(l => l.CommunityId);
    }
}
