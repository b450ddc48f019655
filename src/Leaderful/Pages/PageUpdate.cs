using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Pages;

/// <summary>
/// What was written in one moment, by however many at once: a row of a page's log, numbered without gaps in the order in
/// which it was kept and told.
/// </summary>
public sealed class PageUpdate
{
    public Id<Page> PageId { get; init; }
    public long Number { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }

    /// <summary>A Yjs update of format V1.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>
/// The log up to a number as one update and as markup: for whoever opens the page or looks for its words. It can always be made
/// again from the log.
/// </summary>
public sealed class PageState
{
    public Id<Page> PageId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public long UpTo { get; set; }
    public required byte[] Bytes { get; set; }
    public required string Html { get; set; }
}

/// <summary>Whose hand a Yjs client is: whoever wrote with it first.</summary>
public sealed class PageWriter
{
    public Id<Page> PageId { get; init; }
    public long Client { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> ActorId { get; init; }

    /// <summary>The words stood there before: they are theirs, and somebody else brought them back.</summary>
    public Id<Actor>? BroughtBackById { get; init; }
}

public sealed class PageUpdateMapping : IEntityTypeConfiguration<PageUpdate>
{
    public void Configure(EntityTypeBuilder<PageUpdate> builder)
    {
        builder.ToTable("page_updates");
        builder.HasKey(u => new { u.PageId, u.Number });
        builder.HasOne<Page>().WithMany().HasForeignKey(u => u.PageId);
    }
}

public sealed class PageStateMapping : IEntityTypeConfiguration<PageState>
{
    public void Configure(EntityTypeBuilder<PageState> builder)
    {
        builder.ToTable("page_states");
        builder.HasKey(s => s.PageId);
        builder.HasOne<Page>().WithOne().HasForeignKey<PageState>(s => s.PageId);
    }
}

public sealed class PageWriterMapping : IEntityTypeConfiguration<PageWriter>
{
    public void Configure(EntityTypeBuilder<PageWriter> builder)
    {
        builder.ToTable("page_writers");
        builder.HasKey(w => new { w.PageId, w.Client });
        builder.HasIndex(w => w.ActorId);
        builder.HasOne<Page>().WithMany().HasForeignKey(w => w.PageId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(w => w.ActorId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(w => w.BroughtBackById);
    }
}
