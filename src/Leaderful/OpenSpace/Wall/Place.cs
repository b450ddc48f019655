using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A column of the wall: where people meet, how many fit, and what is there. One that was taken away is kept, as a slot is.</summary>
[Entity]
public sealed class Place
{
    public const int LongestName = 60;
    public const int LongestFeatures = 200;
    public const int MostSeats = 100_000;

    public Id<Place> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Name { get; set; }
    public int? Seats { get; set; }

    /// <summary>What is there: a projector, a ramp, tables.</summary>
    public string Features { get; set; } = "";
    public int Order { get; set; }
    public DateTime? RemovedAt { get; private set; }
    public Id<Actor>? RemovedById { get; private set; }

    public void Remove(Id<Actor> by, DateTime at) => (RemovedById, RemovedAt) = (by, at);

    public void PutBack() => (RemovedById, RemovedAt) = (null, null);
}

public sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("open_space_places");
        builder.Property(p => p.Name).HasMaxLength(Place.LongestName);
        builder.Property(p => p.Features).HasMaxLength(Place.LongestFeatures);
        builder.HasIndex(p => p.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(p => p.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.RemovedById);
    }
}
