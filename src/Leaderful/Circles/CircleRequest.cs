using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Circles;

/// <summary>Somebody would like to belong. It is open until one of the circle answers or its writer takes it back.</summary>
[Entity]
public sealed class CircleRequest
{
    public const int LongestLine = 300;
    public const int LongestWord = 500;

    public Id<CircleRequest> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Circle> CircleId { get; init; }
    public Id<Person> PersonId { get; init; }
    public string Line { get; init; } = "";
    public DateTime AskedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public Answer? Answer { get; init; }
    public Id<Actor>? AnsweredById { get; init; }

    /// <summary>What was written with the answer.</summary>
    public string Word { get; init; } = "";
}

public sealed class CircleRequestMapping : IEntityTypeConfiguration<CircleRequest>
{
    public void Configure(EntityTypeBuilder<CircleRequest> builder)
    {
        builder.ToTable("circle_requests");
        builder.Property(r => r.Line).HasMaxLength(CircleRequest.LongestLine);
        builder.Property(r => r.Word).HasMaxLength(CircleRequest.LongestWord);
        builder.HasIndex(r => new { r.CircleId, r.PersonId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        builder.HasIndex(r => r.PersonId);
        builder.HasIndex(r => r.CommunityId).HasFilter("\"ClosedAt\" IS NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(r => r.CircleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.AnsweredById);
    }
}
