using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Pages;

/// <summary>
/// A document people write together. It hangs on any thing, or is the community's own. What is written is a log of Yjs
/// updates (<see cref="PageUpdate"/>), which is also its playback; nothing else says what is in it.
/// </summary>
[Entity]
public sealed class Page
{
    public Id<Page> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>What it hangs on; nothing where it is the community's own.</summary>
    public Id<Thing>? AboutId { get; set; }

    public required string Title { get; set; }

    /// <summary>What it was opened to more people for; said by whoever opened it, shown to all who read it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The number of the last row of its log; none is missing up to it.</summary>
    public long Head { get; set; }

    public DateTime? WrittenAt { get; set; }

    /// <summary>Counts every change in what is said beside its text.</summary>
    public long Beside { get; set; }

    /// <summary>Since when, and by whose hand, it is read only.</summary>
    public DateTime? ClosedAt { get; private set; }
    public Id<Actor>? ClosedById { get; private set; }

    /// <summary>Since when, and by whose hand, others begin pages with what stands on it.</summary>
    public DateTime? TemplateAt { get; private set; }
    public Id<Actor>? TemplateById { get; private set; }

    /// <summary>Since when, and by whose hand, it welcomes whoever finds the community; one page of a community at most.</summary>
    public DateTime? WelcomeAt { get; private set; }
    public Id<Actor>? WelcomeById { get; private set; }

    public void Offer(Id<Actor> by, DateTime at) => (TemplateById, TemplateAt) = (by, at);

    public void Withdraw() => (TemplateById, TemplateAt) = (null, null);

    public void BeginWelcome(Id<Actor> by, DateTime at) => (WelcomeById, WelcomeAt) = (by, at);

    public void EndWelcome() => (WelcomeById, WelcomeAt) = (null, null);

    public void Close(Id<Actor> by, DateTime at) => (ClosedById, ClosedAt) = (by, at);

    public void Reopen() => (ClosedById, ClosedAt) = (null, null);
}

public sealed class PageMapping : IEntityTypeConfiguration<Page>
{
    public void Configure(EntityTypeBuilder<Page> builder)
    {
        builder.ToTable("pages");
        builder.Property(p => p.Reason).HasMaxLength(PortraitEntry.LongestReason);
        builder.HasIndex(p => new { p.CommunityId, p.WrittenAt });
        builder.HasIndex(p => p.AboutId).HasFilter("\"AboutId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId);
        builder.HasOne<Thing>().WithMany().HasForeignKey(p => p.AboutId);
        builder.HasIndex(p => p.CommunityId, "IX_pages_templates").HasFilter("\"TemplateAt\" IS NOT NULL");
        builder.HasIndex(p => p.CommunityId, "IX_pages_welcome").IsUnique().HasFilter("\"WelcomeAt\" IS NOT NULL");
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.ClosedById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.TemplateById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => p.WelcomeById);
    }
}
