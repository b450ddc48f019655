using Leaderful.Accounts;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>
/// One row for everything a person can point at. It belongs to a community, to a person, or (neither) to the instance.
/// </summary>
[Entity]
public sealed class Thing
{
    public Id<Thing> Id { get; init; }
    public ThingKind Kind { get; init; }
    public Id<Community>? CommunityId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public Id<Scope> ScopeId { get; set; }
    public Id<Actor> AuthorId { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime? DeletedAt { get; private set; }
    public Id<Actor>? DeletedById { get; private set; }

    public bool IsDeleted => DeletedAt is not null;

    public void Delete(Id<Actor> by, DateTime at) => (DeletedById, DeletedAt) = (by, at);

    public void Restore() => (DeletedById, DeletedAt) = (null, null);
}

public enum ThingKind { Thread, Post, PortraitEntry, Circle, Page, Gathering, Commitment, Topic, Initiative, OneToOne, Round, Reflection, Story, SignificantChange, Call }

public sealed class ThingMapping : IEntityTypeConfiguration<Thing>
{
    public void Configure(EntityTypeBuilder<Thing> builder)
    {
        builder.ToTable("things");
        builder.HasIndex(t => new { t.CommunityId, t.Kind });
        // What few things have costs nothing to those that have it not.
        builder.HasIndex(t => t.DeletedAt).HasFilter("\"DeletedAt\" IS NOT NULL");
        builder.HasIndex(t => t.DeletedById).HasFilter("\"DeletedById\" IS NOT NULL");
        builder.HasIndex(t => t.PersonId).HasFilter("\"PersonId\" IS NOT NULL");
        builder.HasOne<Scope>().WithMany().HasForeignKey(t => t.ScopeId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.AuthorId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(t => t.DeletedById);
        builder.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}
