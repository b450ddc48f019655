using Leaderful.Accounts;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>Whoever can have done something: a person, a name on imported mail, a guest in a room, a link's holder, the house itself.</summary>
[Entity]
public sealed class Actor
{
    public static readonly Id<Actor> House = new(new Guid("00000000-0000-7000-8000-000000000010"));

    public Id<Actor> Id { get; init; }
    public ActorKind Kind { get; init; }
    public required string Name { get; set; }
    public Id<Person>? PersonId { get; init; }
    public Id<Community>? CommunityId { get; init; }

    /// <summary>For an imported name: a keyed hash of the address it wrote from, so that only its owner can claim it.</summary>
    public byte[]? AddressHash { get; set; }

    /// <summary>The person's actor this imported name turned out to be.</summary>
    public Id<Actor>? ClaimedById { get; private set; }
    public DateTime? ClaimedAt { get; private set; }
    public DateTime? ErasedAt { get; private set; }

    public void Claim(Id<Actor> by, DateTime at) => (ClaimedById, ClaimedAt) = (by, at);

    /// <summary>Nothing that points to a human being is left; what was said stays with "a former member".</summary>
    public void Erase(DateTime at) => (Name, AddressHash, ErasedAt) = ("", null, at);
}

public enum ActorKind { Person, ImportedName, RoomGuest, LinkHolder, House }

public sealed class ActorMapping : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.ToTable("actors");
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.HasIndex(a => new { a.CommunityId, a.AddressHash }).IsUnique();
        builder.HasIndex(a => a.AddressHash);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ClaimedById);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasData(new Actor { Id = Actor.House, Kind = ActorKind.House, Name = "Leaderful" });
    }
}
