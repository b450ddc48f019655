using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Rounds;

/// <summary>Whether two met, as one of them says it.</summary>
public enum Met { Yes, NotYet, No }

/// <summary>
/// What somebody said of a round, which nobody else sees: whether they are in, and afterwards whether they met. Those of a round with the
/// same number of a pair meet each other.
/// </summary>
public sealed class RoundAnswer
{
    public Id<Round> RoundId { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime? InAt { get; private set; }
    public DateTime? OutAt { get; private set; }
    public int? Pair { get; private set; }

    /// <summary>How often it was asked whether they met, and when last.</summary>
    public int Asked { get; private set; }
    public DateTime? AskedAt { get; private set; }
    public Met? Met { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    public void Join(DateTime at) => (InAt, OutAt) = (at, null);

    /// <summary>Also out of a pair.</summary>
    public void StayOut(DateTime at) => (InAt, OutAt, Pair) = (null, at, null);

    public void Meet(int? pair) => Pair = pair;

    public void Ask(DateTime at) => (Asked, AskedAt) = (Asked + 1, at);

    public void Say(Met met, DateTime at) => (Met, AnsweredAt) = (met, at);

    /// <summary>A question of this round is open: none was answered, or "not yet" was, and it was asked once more.</summary>
    public bool IsAsked => AskedAt is { } asked && (AnsweredAt is null || (Met == Rounds.Met.NotYet && AnsweredAt < asked));
}

public sealed class RoundAnswerMapping : IEntityTypeConfiguration<RoundAnswer>
{
    public void Configure(EntityTypeBuilder<RoundAnswer> builder)
    {
        builder.ToTable("round_answers");
        builder.Ignore(a => a.IsAsked);
        builder.HasKey(a => new { a.RoundId, a.PersonId });
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.CommunityId);
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
    }
}
