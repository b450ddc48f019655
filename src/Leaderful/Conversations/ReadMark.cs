using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Conversations;

/// <summary>How far a person has read a conversation. Seen by nobody else.</summary>
public sealed class ReadMark
{
    public Id<Person> PersonId { get; init; }
    public Id<Conversation> ConversationId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public int UpTo { get; set; }
    public DateTime At { get; set; }
}

public sealed class ReadMarkMapping : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("read_marks");
        builder.HasKey(r => new { r.PersonId, r.ConversationId });
        builder.HasIndex(r => new { r.ConversationId });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(r => r.ConversationId);
    }
}
