using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Accounts;

/// <summary>A signed-in browser. Its cookie is an opaque token of which only the hash is kept here.</summary>
[Entity]
public sealed class Device
{
    public Id<Device> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required string Name { get; set; }
    public DateTime SignedInAt { get; init; }
    public DateTime LastSeenAt { get; set; }

    /// <summary>When its holder last proved who they are; sensitive changes ask for a recent proof.</summary>
    public DateTime ProvedAt { get; set; }
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;
}

public sealed class DeviceMapping : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("devices");
        builder.Property(d => d.Name).HasMaxLength(120);
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }
}
