using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Conversations;

/// <summary>A post was valuable to somebody. Whose it is stays theirs: others read only how many there are.</summary>
public sealed class Valued
{
    public Id<Person> PersonId { get; init; }
    public Id<Post> PostId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

public sealed class ValuedMapping : IEntityTypeConfiguration<Valued>
{
    public void Configure(EntityTypeBuilder<Valued> builder)
    {
        builder.ToTable("valued_posts");
        builder.HasKey(v => new { v.PersonId, v.PostId });
        builder.HasIndex(v => v.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
        builder.HasOne<Post>().WithMany().HasForeignKey(v => v.PostId);
    }
}
