using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets.Calls;

/// <summary>
/// Somebody needs help, until a day. As a thing it stands on the community's rung, for whoever looks; by mail and on Today it reaches those alone
/// who agreed to be called for such words.
/// </summary>
[Entity]
public sealed class Call
{
    public const int LongestWhat = 200;
    public const int LongestMore = 1_000;

    /// <summary>So far ahead its day may lie.</summary>
    public const int MostDays = 60;

    public Id<Call> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> CallerId { get; init; }
    public required string What { get; set; }
    public string More { get; set; } = "";

    /// <summary>Other words for it, that people may be looking out for.</summary>
    public string Words { get; set; } = "";

    /// <summary>By when; once that day is over everywhere, so is the call.</summary>
    public DateOnly Until { get; init; }
    public DateTime EndsAt { get; init; }
    public DateTime? ClosedAt { get; private set; }
    public Id<Actor>? ClosedById { get; private set; }

    public bool IsOpen(DateTime now) => ClosedAt is null && now < EndsAt;

    public void Close(Id<Actor> by, DateTime at) => (ClosedById, ClosedAt) = (by, at);

    public void Reopen() => (ClosedById, ClosedAt) = (null, null);
}

public sealed class CallMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("calls");
        builder.Property(c => c.What).HasMaxLength(Call.LongestWhat);
        builder.Property(c => c.More).HasMaxLength(Call.LongestMore);
        builder.Property(c => c.Words).HasMaxLength(Need.LongestText);
        builder.HasIndex(c => new { c.CommunityId, c.EndsAt });
        builder.HasIndex(c => c.CallerId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.CallerId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.ClosedById);
    }
}
