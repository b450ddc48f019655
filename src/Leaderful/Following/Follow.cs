using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Following;

/// <summary>How much somebody wants to hear of something.</summary>
public enum FollowLevel
{
    /// <summary>Nothing of it is new to me, and nothing is mailed.</summary>
    Mute,

    /// <summary>What is new is marked; nothing is mailed.</summary>
    Quiet,

    /// <summary>What is new is marked; I get a mail where somebody speaks to me by name.</summary>
    Normal,

    /// <summary>I get a mail of everything.</summary>
    Loud,
}

/// <summary>What somebody chose for one thing. Without it, it is as they chose for the community; seen by nobody else.</summary>
public sealed class Follow
{
    public Id<Person> PersonId { get; init; }
    public Id<Thing> ThingId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public FollowLevel Level { get; set; }
    public DateTime At { get; set; }
}

public sealed class FollowMapping : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("follows");
        builder.HasKey(f => new { f.PersonId, f.ThingId });
        builder.HasIndex(f => f.ThingId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(f => f.ThingId);
    }
}
