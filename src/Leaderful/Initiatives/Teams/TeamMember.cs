using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Initiatives.Teams;

/// <summary>Somebody who carries an initiative. Nobody is put there by others.</summary>
public sealed class TeamMember
{
    public Id<Initiative> InitiativeId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime JoinedAt { get; private set; }
    public DateTime? LeftAt { get; private set; }

    public void Join(DateTime at) => (JoinedAt, LeftAt) = (at, null);

    public void Leave(DateTime at) => LeftAt = at;

    /// <summary>As though they had not left.</summary>
    public void Return() => LeftAt = null;
}

public sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("initiative_team");
        builder.HasKey(m => new { m.InitiativeId, m.ActorId });
        builder.HasIndex(m => m.ActorId);
        builder.HasIndex(m => m.CommunityId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(m => m.InitiativeId);
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => m.ActorId);
    }
}
