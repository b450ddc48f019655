using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>That somebody asked whether a given is still fixed: once each. Who it was is kept so that they ask once, and told to nobody.</summary>
public sealed class GivenAsking
{
    public Id<Given> GivenId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

public sealed class GivenAskingMapping : IEntityTypeConfiguration<GivenAsking>
{
    public void Configure(EntityTypeBuilder<GivenAsking> builder)
    {
        builder.ToTable("given_askings");
        builder.HasKey(a => new { a.GivenId, a.ActorId });
        builder.HasIndex(a => a.SpaceId);
        builder.HasOne<Given>().WithMany().HasForeignKey(a => a.GivenId);
        builder.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ActorId);
    }
}
