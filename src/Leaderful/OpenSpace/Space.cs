using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace;

/// <summary>
/// An Open Space: what a gathering of that kind has beside its time and who comes. It shares the gathering's id; its theme is the
/// gathering's title. It is there from the moment somebody prepares it.
/// </summary>
[Entity]
public sealed class Space
{
    public const int LongestText = 2000;

    public Id<Space> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>How far it has come; what it came through before is in <see cref="SpaceStage"/>.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Counts every change of the wall, for those who watch it.</summary>
    public long Version { get; private set; }

    /// <summary>The version with which its slots or places last changed: then the whole wall is drawn anew.</summary>
    public long DrawnAt { get; private set; }

    /// <summary>Since when, and by whose hand, people may mark what interests them; off unless the facilitator wants it.</summary>
    public DateTime? InterestSince { get; private set; }
    public Id<Actor>? InterestById { get; private set; }

    public Id<Gathering> GatheringId => Id.As<Gathering>();

    public void Redraw() => DrawnAt = Version;

    public void Reach(Stage stage) => Stage = stage;

    public void AllowInterest(Id<Actor> by, DateTime at) => (InterestById, InterestSince) = (by, at);

    public void EndInterest() => (InterestById, InterestSince) = (null, null);
}

public sealed class SpaceMapping : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.ToTable("open_spaces");
        builder.Ignore(s => s.GatheringId);
        builder.HasIndex(s => s.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.InterestById);
    }
}
