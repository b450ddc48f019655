using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings;

public enum Coming { Yes, Maybe, No }

/// <summary>Of several answers by mail the one to the newer version counts, and of those the one written later (RFC 5546, 2.1.5).</summary>
public sealed record AnswerVersion(int Sequence, DateTime WrittenAt);

/// <summary>What somebody said of a gathering: whether they come, and afterwards, if they like, that they were there. Nobody else says it for them.</summary>
public sealed class GatheringAnswer
{
    public Id<Gathering> GatheringId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Coming? Coming { get; private set; }

    /// <summary>When they last said so, or took it back.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Which version of the invitation their calendar answered, where one did.</summary>
    public int? AnsweredOf { get; private set; }

    /// <summary>By their own word.</summary>
    public DateTime? WasThereAt { get; private set; }

    public void Answer(Coming coming, DateTime at) => (Coming, AnsweredAt) = (coming, at);

    public void Answer(Coming coming, AnswerVersion version) => (Coming, AnsweredAt, AnsweredOf) = (coming, version.WrittenAt, version.Sequence);

    /// <summary>Whether something was said since. Calendars write the time to the second.</summary>
    public bool IsNewerThan(AnswerVersion version) => AnsweredOf > version.Sequence || AnsweredAt >= version.WrittenAt.AddSeconds(1);

    public void Withdraw(DateTime at) => (Coming, AnsweredAt) = (null, at);

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
