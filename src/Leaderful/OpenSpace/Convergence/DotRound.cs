using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>That people of an Open Space put dots on its topics to see where the energy is: since when, until when, and how many each has.</summary>
public sealed class DotRound
{
    public const int UsualEach = 5;
    public const int MostEach = 20;

    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public int Each { get; init; }
    public Id<Actor> BegunById { get; init; }
    public DateTime BegunAt { get; init; }
    public Id<Actor>? EndedById { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public void End(Id<Actor> by, DateTime at) => (EndedById, EndedAt) = (by, at);

    public void GoOn() => (EndedById, EndedAt) = (null, null);
}

public sealed class DotRoundMapping : IEntityTypeConfiguration<DotRound>
{
    public void Configure(EntityTypeBuilder<DotRound> builder)
    {
        builder.ToTable("dot_rounds");
        builder.HasKey(r => r.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.BegunById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.EndedById);
    }
}
