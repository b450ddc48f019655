using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Pages.Mentions;

/// <summary>Somebody is named on a page. The row stays when the name goes, so that nobody is told twice.</summary>
[Entity]
public sealed class PageMention
{
    public Id<PageMention> Id { get; init; }
    public Id<Page> PageId { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }

    /// <summary>Since when the name stands there no more.</summary>
    public DateTime? GoneAt { get; set; }

    /// <summary>When they opened the page after that, or wrote on it themselves; nobody else is shown this.</summary>
    public DateTime? SeenAt { get; set; }

    public DateTime? ToldAt { get; set; }
}

public sealed class PageMentionMapping : IEntityTypeConfiguration<PageMention>
{
    public void Configure(EntityTypeBuilder<PageMention> builder)
    {
        builder.ToTable("page_mentions");
        builder.HasIndex(m => new { m.PageId, m.PersonId }).IsUnique();
        builder.HasIndex(m => new { m.PersonId, m.CommunityId });
        builder.HasOne<Page>().WithMany().HasForeignKey(m => m.PageId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
