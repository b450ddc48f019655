using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Following;

/// <summary>A post speaks to somebody by name: to one person, or to all of a circle.</summary>
[Entity]
public sealed class Mention
{
    public Id<Mention> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Post> PostId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public Id<Circle>? CircleId { get; init; }
}

public sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("mentions");
        builder.HasIndex(m => m.PostId);
        // With the id, which is in the order of time: whoever wants the latest reads no others.
        builder.HasIndex(m => new { m.PersonId, m.CommunityId, m.Id });
        builder.HasIndex(m => new { m.CircleId, m.CommunityId, m.Id });
        builder.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(m => m.CircleId);
    }
}
