using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>How it goes with what somebody promised who has no account here: a line of whoever holds the space.</summary>
[Entity]
public sealed class PledgeNote
{
    public const int LongestLine = 300;

    public Id<PledgeNote> Id { get; init; }
    public Id<Pledge> PledgeId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public PledgeNoteKind Kind { get; init; }
    public required string Line { get; init; }
    public Id<Actor> WrittenById { get; init; }
    public DateTime WrittenAt { get; init; }
}

public enum PledgeNoteKind { Progress, Barrier, Kept }

public sealed class PledgeNoteMapping : IEntityTypeConfiguration<PledgeNote>
{
    public void Configure(EntityTypeBuilder<PledgeNote> builder)
    {
        builder.ToTable("pledge_notes");
        builder.Property(n => n.Line).HasMaxLength(PledgeNote.LongestLine);
        builder.HasIndex(n => n.PledgeId);
        builder.HasIndex(n => n.WrittenById);
        builder.HasOne<Pledge>().WithMany().HasForeignKey(n => n.PledgeId);
        builder.HasOne<Community>().WithMany().HasForeignKey(n => n.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(n => n.WrittenById);
    }
}
