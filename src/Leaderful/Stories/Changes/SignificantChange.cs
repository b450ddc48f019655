using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories.Changes;

/// <summary>
/// People collect stories of what changed, and choose among them in rounds: smaller groups each choose one and say why; what was chosen
/// goes on to the next round. Nothing wins: all stories stay, and the reasons with them.
/// </summary>
[Entity]
public sealed class SignificantChange
{
    public const int LongestQuestion = 200;
    public const int LongestPeriod = 80;

    public Id<SignificantChange> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Question { get; set; }

    /// <summary>Of which time the stories are to be, in its caller's words.</summary>
    public string Period { get; set; } = "";

    /// <summary>The round that is on; none yet while stories are collected.</summary>
    public int Round { get; set; }
    public DateTime? ClosedAt { get; private set; }
    public Id<Actor>? ClosedById { get; private set; }

    public void Close(Id<Actor> by, DateTime at) => (ClosedById, ClosedAt) = (by, at);

    public void Reopen() => (ClosedById, ClosedAt) = (null, null);

    /// <summary>Nothing of what was written stays.</summary>
    public void Blank() => (Question, Period) = ("", "");
}

public sealed class SignificantChangeMapping : IEntityTypeConfiguration<SignificantChange>
{
    public void Configure(EntityTypeBuilder<SignificantChange> builder)
    {
        builder.ToTable("significant_changes");
        builder.Property(c => c.Question).HasMaxLength(SignificantChange.LongestQuestion);
        builder.Property(c => c.Period).HasMaxLength(SignificantChange.LongestPeriod);
        builder.HasIndex(c => c.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ClosedById);
    }
}
