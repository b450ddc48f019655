using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Conversations;

/// <summary>A thread of posts. As a thing it has an author, a scope and a bin; here is what only a conversation has.</summary>
[Entity]
public sealed class Conversation
{
    public Id<Conversation> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Title { get; set; }

    /// <summary>The number of its last post; those taken down are counted, since their numbers stay.</summary>
    public int PostCount { get; set; }
    public int TakenDown { get; set; }
    public DateTime LastPostAt { get; set; }

    /// <summary>Counts every change in it without a gap; live pages say which one they have seen.</summary>
    public long Version { get; set; }

    /// <summary>Since when it stands first in the list of its rung.</summary>
    public DateTime? PinnedAt { get; set; }

    /// <summary>Since when nobody replies any more.</summary>
    public DateTime? ClosedAt { get; set; }
    public Id<Actor>? ClosedById { get; set; }

    /// <summary>Since when it is among those shown to whoever wants to see what this place is about.</summary>
    public DateTime? FeaturedAt { get; set; }

    /// <summary>
    /// What it was begun about, whatever that is. It is no foreign key: the thing may go, and what is said about it stays.
    /// </summary>
    public Id<Thing>? AboutId { get; set; }

    /// <summary>Said beside the text of the page it is about: there it is listed.</summary>
    public bool IsBeside { get; set; }

    /// <summary>Since when something elsewhere may speak of it; before that nobody needs to look.</summary>
    public DateTime? SpokenOfAt { get; set; }
}

public sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.HasIndex(c => new { c.CommunityId, c.LastPostAt, c.Id });
        // Few are, so whoever looks for them finds them at once and the others pay nothing.
        builder.HasIndex(c => new { c.CommunityId, c.PinnedAt }).HasFilter("\"PinnedAt\" IS NOT NULL");
        builder.HasIndex(c => new { c.CommunityId, c.FeaturedAt }).HasFilter("\"FeaturedAt\" IS NOT NULL");
        builder.HasIndex(c => c.AboutId).HasFilter("\"AboutId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
    }
}
