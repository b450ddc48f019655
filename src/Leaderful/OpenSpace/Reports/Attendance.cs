using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Reports;

/// <summary>That somebody was at a session, by their own word and nobody else's.</summary>
[Entity]
public sealed class Attendance
{
    public Id<Attendance> Id { get; init; }
    public Id<Topic> TopicId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public DateTime SaidAt { get; init; }
}

public sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendances");
        builder.HasIndex(a => new { a.TopicId, a.ActorId }).IsUnique();
        builder.HasIndex(a => a.ActorId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(a => a.TopicId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ActorId);
    }
}
