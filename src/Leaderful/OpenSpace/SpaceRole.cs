using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace;

/// <summary>Somebody holds an Open Space in some way: opens it in their organisation, holds its frame, or writes down what is called out.</summary>
[Entity]
public sealed class SpaceRole
{
    public Id<SpaceRole> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public SpacePart Part { get; init; }
    public Id<Actor> GivenById { get; init; }
    public DateTime GivenAt { get; init; }

    /// <summary>Since when they are not in the community any more.</summary>
    public DateTime? LeftAt { get; private set; }

    public void Leave(DateTime at) => LeftAt = at;

    public void Return() => LeftAt = null;
}

public enum SpacePart { Sponsor, Facilitator, Scribe }

public sealed class SpaceRoleMapping : IEntityTypeConfiguration<SpaceRole>
{
    public void Configure(EntityTypeBuilder<SpaceRole> builder)
    {
        builder.ToTable("open_space_roles");
        builder.HasIndex(r => new { r.SpaceId, r.ActorId, r.Part }).IsUnique();
        builder.HasIndex(r => r.ActorId);
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.ActorId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.GivenById);
    }
}
