using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Drafts;

/// <summary>
/// Something begun and not sent, kept so that it can be gone on with on another device. Only its author ever reads it. For
/// each place there is one that is gone on with; another that was typed elsewhere in the meantime is laid aside, never
/// written over.
/// </summary>
[Entity]
public sealed class Draft
{
    public Id<Draft> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DraftKind Kind { get; init; }

    /// <summary>The conversation that is answered, the post that is edited, the circle or community it is begun in.</summary>
    public Id<Thing> Subject { get; init; }

    public string Title { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>Whom it is meant for, so that it never goes to more people on the other device.</summary>
    public Id<Scope>? To { get; set; }

    /// <summary>The id it has once it is sent. What exists was sent, and its draft is none any more.</summary>
    public Id<Thing>? Becomes { get; set; }

    /// <summary>New with every change; whoever goes on says from which.</summary>
    public Id<Draft> Stamp { get; set; }

    public Id<Device> DeviceId { get; set; }
    public DateTime KeptAt { get; set; }
    public DateTime? AsideAt { get; set; }
    public DateTime? DeletedAt { get; set; }

    public bool IsGoneOnWith => AsideAt is null && DeletedAt is null;
}

public enum DraftKind { Reply, Edit, Beginning }

public sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.Property(d => d.Stamp).IsConcurrencyToken();
        builder.HasIndex(d => new { d.PersonId, d.Subject }).IsUnique().HasFilter("\"AsideAt\" IS NULL AND \"DeletedAt\" IS NULL");
        builder.HasIndex(d => new { d.PersonId, d.CommunityId, d.Subject });
        builder.HasIndex(d => d.KeptAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(d => d.CommunityId);
    }
}
