using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Reflections;

/// <summary>The page on which a team looks back together. It is a page like any other; that it is this one is how it is found again.</summary>
public sealed class TeamReflection
{
    public Id<Page> PageId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Initiative> InitiativeId { get; init; }
}

public sealed class TeamReflectionMapping : IEntityTypeConfiguration<TeamReflection>
{
    public void Configure(EntityTypeBuilder<TeamReflection> builder)
    {
        builder.ToTable("team_reflections");
        builder.HasKey(r => r.PageId);
        builder.HasIndex(r => r.InitiativeId);
        builder.HasIndex(r => r.CommunityId);
        builder.HasOne<Page>().WithMany().HasForeignKey(r => r.PageId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(r => r.InitiativeId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
    }
}
