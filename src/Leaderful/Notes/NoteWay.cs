using System.Text.Json.Serialization;
using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Notes;

/// <summary>One way to somebody's note key: the key itself, locked by what only they have. What it is locked by never comes here.</summary>
[Entity]
public sealed class NoteWay
{
    public Id<NoteWay> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public NoteWayKind Kind { get; init; }
    public Id<Passkey>? PasskeyId { get; init; }
    public required byte[] Salt { get; init; }

    /// <summary>How often a passphrase is hashed; a passkey and a recovery code need no slowness.</summary>
    public int Iterations { get; init; }
    public required byte[] Wrapped { get; init; }

    /// <summary>The day alone: the hour would tell when somebody sat down to write.</summary>
    public DateOnly MadeOn { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<NoteWayKind>))]
public enum NoteWayKind { Passkey, Passphrase, Recovery }

public sealed class NoteWayMapping : IEntityTypeConfiguration<NoteWay>
{
    public void Configure(EntityTypeBuilder<NoteWay> builder)
    {
        builder.ToTable("note_ways");
        builder.Property(w => w.Salt).HasMaxLength(NoteWayBrought.MostSalt);
        builder.Property(w => w.Wrapped).HasMaxLength(NoteWayBrought.MostWrapped);
        builder.HasIndex(w => w.PersonId);
        builder.HasIndex(w => w.PasskeyId);
        builder.HasOne<NoteVault>().WithMany().HasForeignKey(w => w.PersonId);
        builder.HasOne<Passkey>().WithMany().HasForeignKey(w => w.PasskeyId);
    }
}
