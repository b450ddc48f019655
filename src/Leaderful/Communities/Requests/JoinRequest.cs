using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Communities.Requests;

/// <summary>Somebody would like to join. It is open until a steward answers or its writer takes it back.</summary>
[Entity]
public sealed class JoinRequest
{
    public Id<JoinRequest> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Person> PersonId { get; init; }
    public DateTime AskedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public Answer? Answer { get; init; }
    public Id<Actor>? AnsweredById { get; init; }

    /// <summary>What the steward wrote with the answer.</summary>
    public string Word { get; init; } = "";
}

public enum Answer { Accepted, Declined, Withdrawn }

/// <summary>A question as it was asked then, and what they wrote.</summary>
[Entity]
public sealed class JoinReply
{
    public Id<JoinReply> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<JoinRequest> RequestId { get; init; }
    public int Number { get; init; }
    public required string Question { get; init; }
    public required string Text { get; init; }
}

public sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>, IEntityTypeConfiguration<JoinReply>
{
    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.ToTable("join_requests");
        builder.Property(r => r.Word).HasMaxLength(1000);
        builder.HasIndex(r => new { r.CommunityId, r.PersonId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.AnsweredById);
    }

    public void Configure(EntityTypeBuilder<JoinReply> builder)
    {
        builder.ToTable("join_replies");
        builder.Property(r => r.Question).HasMaxLength(300);
        builder.Property(r => r.Text).HasMaxLength(4000);
        builder.HasIndex(r => new { r.RequestId, r.Number }).IsUnique();
        builder.HasOne<JoinRequest>().WithMany().HasForeignKey(r => r.RequestId);
    }
}
