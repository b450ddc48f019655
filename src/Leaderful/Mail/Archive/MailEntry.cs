using System.Security.Cryptography;
using System.Text;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Mail.Archive;

/// <summary>
/// A mail of an archive by its Message-ID: one that is here as a post, or one that others answer and that has not come yet.
/// Its id is made of the community and the Message-ID, so that there is one of each and every import finds it again.
/// </summary>
[Entity]
public sealed class MailEntry
{
    public const int LongestTitle = 200;

    public Id<MailEntry> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Conversation> ConversationId { get; init; }

    /// <summary>None for a mail that is only answered so far.</summary>
    public Id<Post>? PostId { get; init; }
    public Id<MailImport>? ImportId { get; init; }
    public DateTime? At { get; init; }

    /// <summary>What a conversation that begins with it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Equal for mails of the same subject, without "Re:" and the like.</summary>
    public long? SubjectKey { get; init; }

    /// <summary>Its subject says that it is a reply.</summary>
    public bool IsReply { get; init; }

    /// <summary>It names at least one mail that it answers.</summary>
    public bool Answers { get; init; }

    public static Id<MailEntry> IdOf(Id<Community> community, string messageId)
    {
        var text = Encoding.UTF8.GetBytes(messageId);
        var bytes = new byte[16 + text.Length];
        community.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        text.CopyTo(bytes, 16);
        return new(new Guid(SHA256.HashData(bytes).AsSpan(0, 16), bigEndian: true));
    }
}

public sealed class MailEntryMapping : IEntityTypeConfiguration<MailEntry>
{
    public void Configure(EntityTypeBuilder<MailEntry> builder)
    {
        builder.ToTable("mail_entries");
        builder.Property(e => e.Title).HasMaxLength(MailEntry.LongestTitle);
        builder.HasIndex(e => e.PostId).IsUnique();
        builder.HasIndex(e => e.ConversationId);
        builder.HasIndex(e => new { e.CommunityId, e.SubjectKey, e.At });
        builder.HasOne<Community>().WithMany().HasForeignKey(e => e.CommunityId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(e => e.ConversationId);
        builder.HasOne<Post>().WithMany().HasForeignKey(e => e.PostId);
        builder.HasOne<MailImport>().WithMany().HasForeignKey(e => e.ImportId);
    }
}
