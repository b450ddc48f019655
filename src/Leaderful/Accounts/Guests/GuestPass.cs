using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Accounts.Guests;

/// <summary>
/// Lets one browser take part in one gathering under a name, without an account. Its cookie is an opaque token of which only the
/// hash is kept; what is done under it can be claimed by a person later.
/// </summary>
[Entity]
public sealed class GuestPass
{
    /// <summary>As long as it can be claimed on the browser it was given to.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    public Id<GuestPass> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The gathering they take part in.</summary>
    public Id<Thing> RoomId { get; init; }
    public Id<Actor> ActorId { get; init; }
    public required byte[] TokenHash { get; init; }
    public DateTime BegunAt { get; init; }
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;
}

public sealed class GuestPassMapping : IEntityTypeConfiguration<GuestPass>
{
    public void Configure(EntityTypeBuilder<GuestPass> builder)
    {
        builder.ToTable("guest_passes");
        builder.HasIndex(p => p.TokenHash).IsUnique();
        builder.HasIndex(p => p.RoomId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(p => p.RoomId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.ActorId);
        builder.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId);
    }
}
