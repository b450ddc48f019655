using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Communities.Bringing;

/// <summary>
/// People a steward wants to bring in, read from a file: first only looked at, then invited one batch after the other. Its
/// rows hold addresses of people who know nothing of it yet, so they go when it ends; what stays are numbers.
/// </summary>
[Entity]
public sealed class GuestList
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Id<GuestList> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> MadeById { get; init; }
    public DateTime MadeAt { get; init; }

    /// <summary>What the file calls its columns; empty where it has no first line that does.</summary>
    public List<string> Columns { get; init; } = [];
    public int EmailColumn { get; set; }
    public int? NameColumn { get; set; }

    /// <summary>Where the name stands in two columns, the second.</summary>
    public int? MoreNameColumn { get; set; }

    /// <summary>In whose name the invitations go: whoever said so, or said last that they go on.</summary>
    public Id<Actor>? StartedById { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? PausedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public Lasting Lasting { get; private set; }

    /// <summary>Where the links in the mails begin.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>How many were to be invited, and how many are.</summary>
    public int Total { get; private set; }
    public int Invited { get; set; }

    public bool IsUnderWay => StartedAt is not null && PausedAt is null && EndedAt is null;

    /// <summary>Counts up with every invitation; how it stands beside that. A page that shows it is as old as this.</summary>
    public long Version => (Invited * 4L) + (EndedAt is not null ? 3 : PausedAt is not null ? 2 : StartedAt is not null ? 1 : 0);

    public void Start(DateTime at, Lasting lasting, int total) => (StartedAt, Lasting, Total) = (at, lasting, total);

    public void GoOn(Id<Actor> by, string origin) => (StartedById, Origin, PausedAt) = (by, origin, null);

    public void Pause(DateTime at) => PausedAt ??= at;

    public void End(DateTime at) => EndedAt ??= at;
}

public sealed class GuestListMapping : IEntityTypeConfiguration<GuestList>, IEntityTypeConfiguration<GuestRow>
{
    public void Configure(EntityTypeBuilder<GuestList> builder)
    {
        builder.ToTable("guest_lists");
        builder.Ignore(l => l.IsUnderWay);
        builder.Ignore(l => l.Version);
        builder.Property(l => l.Origin).HasMaxLength(300);
        builder.HasIndex(l => new { l.CommunityId, l.MadeAt });
        builder.HasOne<Community>().WithMany().HasForeignKey(l => l.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(l => l.MadeById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(l => l.StartedById);
    }

    public void Configure(EntityTypeBuilder<GuestRow> builder)
    {
        builder.ToTable("guest_rows");
        builder.Property(r => r.Name).HasMaxLength(GuestRow.LongestTyped);
        builder.Property(r => r.Email).HasMaxLength(GuestRow.LongestTyped);
        builder.Property(r => r.EmailKey).HasMaxLength(320);
        builder.HasIndex(r => new { r.ListId, r.Number }).IsUnique();
        builder.HasIndex(r => r.EmailKey);
        builder.HasOne<GuestList>().WithMany().HasForeignKey(r => r.ListId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
    }
}
