using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories.Moments;

public enum MomentStepKind { Asked, Anew, Allowed, Mended, Declined, KeptToFewer, Withdrawn, Removed, Returned }

/// <summary>A line of the permission log, which its owner and whoever asked both read: who did what, for which readers, when. Never the words.</summary>
[Entity]
public sealed class MomentStep
{
    public Id<MomentStep> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Moment> MomentId { get; init; }
    public MomentStepKind Kind { get; init; }

    /// <summary>Nobody where it was its owner, who has no account here.</summary>
    public Id<Actor>? ById { get; init; }

    /// <summary>The rung it was asked or allowed for.</summary>
    public Id<Scope>? ScopeId { get; init; }
    public DateTime At { get; init; }
}

public sealed class MomentStepMapping : IEntityTypeConfiguration<MomentStep>
{
    public void Configure(EntityTypeBuilder<MomentStep> builder)
    {
        builder.ToTable("story_moment_steps");
        builder.HasIndex(s => s.MomentId);
        builder.HasIndex(s => s.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Moment>().WithMany().HasForeignKey(s => s.MomentId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.ById);
        builder.HasOne<Scope>().WithMany().HasForeignKey(s => s.ScopeId);
    }
}
