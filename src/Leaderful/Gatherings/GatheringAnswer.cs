using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings;

public enum Coming { Yes, Maybe, No }

/// <summary>What somebody said of a gathering: whether they come, and afterwards, if they like, that they were there. Nobody else says it for them.</summary>
public sealed class GatheringAnswer
{
    public Id<Gathering> GatheringId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Coming? Coming { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>By their own word.</summary>
    public DateTime? WasThereAt { get; private set; }

    public void Answer(Coming coming, DateTime at) => (Coming, AnsweredAt) = (coming, at);

    public void Withdraw() => (Coming, AnsweredAt) = (null, null);

    public void WasThere(DateTime at) => WasThereAt = at;

    public void NotSaid() => WasThereAt = null;
}

public sealed class GatheringAnswerMapping : IEntityTypeConfiguration<GatheringAnswer>
{
    public void Configure(EntityTypeBuilder<GatheringAnswer> builder)
    {
        builder.ToTable("gathering_answers");
        builder.HasKey(a => new { a.GatheringId, a.ActorId });
        builder.HasIndex(a => a.ActorId);
        builder.HasIndex(a => a.CommunityId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(a => a.GatheringId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ActorId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
    }
}
