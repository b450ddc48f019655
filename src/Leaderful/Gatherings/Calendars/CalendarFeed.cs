using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Gatherings.Calendars;

/// <summary>
/// What a calendar elsewhere shows of somebody's gatherings: whose, of one community or of all. Its address is a capability link,
/// which is all that a calendar program has; it ends when its person says so.
/// </summary>
[Entity]
public sealed class CalendarFeed
{
    public Id<CalendarFeed> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<CapabilityLink> LinkId { get; init; }
    public Whose Whose { get; init; }

    /// <summary>All of theirs where there is none.</summary>
    public Id<Community>? CommunityId { get; init; }
}

public sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasIndex(f => f.PersonId);
        builder.HasIndex(f => f.LinkId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasOne<CapabilityLink>().WithOne().HasForeignKey<CalendarFeed>(f => f.LinkId);
        builder.HasOne<Community>().WithMany().HasForeignKey(f => f.CommunityId);
    }
}
