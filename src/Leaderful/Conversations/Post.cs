using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Conversations;

[Entity]
public sealed class Post
{
    public Id<Post> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Conversation> ConversationId { get; init; }

    /// <summary>Its place in the conversation, from 1, never used twice.</summary>
    public int Number { get; init; }

    /// <summary>As it was written: Markdown here, plain text where it came by mail.</summary>
    public required string Text { get; set; }
    public PostFormat Format { get; init; }

    /// <summary>The text as it is read, through the allow-list of <see cref="Sanitizer"/>.</summary>
    public required string Html { get; set; }
    public int Sanitizer { get; set; }

    /// <summary>How many files are listed under it, so that a page without any need not ask.</summary>
    public int FileCount { get; set; }

    /// <summary>To how many it was valuable.</summary>
    public int ValuedBy { get; set; }
    public DateTime? EditedAt { get; set; }

    /// <summary>Why its words are folded for everybody; null while they stand open.</summary>
    public Fold? Folded { get; set; }

    /// <summary>The conversation's version when this post last changed.</summary>
    public long Version { get; set; }

    /// <summary>The conversation's version that brought this post; a live page that has seen it knows where the post is.</summary>
    public long Born { get; init; }

    /// <summary>
    /// Set on the empty place a post has left, whose thing is deleted: the post that stood here, wherever it is by now. On such
    /// a place <see cref="EditedAt"/> says since when the move is taken back; it then says nothing and only leads on.
    /// </summary>
    public Id<Post>? MovedPostId { get; init; }
}

public enum PostFormat { Markdown, Mail }

/// <summary>What a post said before an edit.</summary>
[Entity]
public sealed class PostRevision
{
    public Id<PostRevision> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Post> PostId { get; init; }
    public required string Text { get; init; }
    public DateTime WrittenAt { get; init; }
    public DateTime ReplacedAt { get; init; }
}

public sealed class PostMapping : IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<PostRevision>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.HasIndex(p => new { p.ConversationId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.ConversationId, p.Version });
        builder.HasIndex(p => p.MovedPostId).HasFilter("\"MovedPostId\" IS NOT NULL");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(p => p.ConversationId);
    }

    public void Configure(EntityTypeBuilder<PostRevision> builder)
    {
        builder.ToTable("post_revisions");
        builder.HasIndex(r => new { r.PostId, r.ReplacedAt });
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId);
    }
}
