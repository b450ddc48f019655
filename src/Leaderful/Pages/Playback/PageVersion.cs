using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Pages.Playback;

/// <summary>A name somebody gave to how a page stood at a row of its log, to find it again.</summary>
[Entity]
public sealed class PageVersion
{
    public const int LongestName = 80;

    public Id<PageVersion> Id { get; init; }
    public Id<Page> PageId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public long Number { get; init; }
    public required string Name { get; init; }
    public Id<Actor> ActorId { get; init; }
    public DateTime At { get; init; }
}

public sealed class PageVersionMapping : IEntityTypeConfiguration<PageVersion>
{
    public void Configure(EntityTypeBuilder<PageVersion> builder)
    {
        builder.ToTable("page_versions");
        builder.Property(v => v.Name).HasMaxLength(PageVersion.LongestName);
        builder.HasIndex(v => new { v.PageId, v.Number });
        builder.HasIndex(v => v.ActorId);
        builder.HasOne<Page>().WithMany().HasForeignKey(v => v.PageId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(v => v.ActorId);
    }
}
