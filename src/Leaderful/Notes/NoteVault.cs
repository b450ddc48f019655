using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Notes;

/// <summary>
/// That somebody keeps notes for themselves alone, and the mark of the key that locks them. The key is made in their browser and
/// never comes here; whoever begins anew has another one, with another mark.
/// </summary>
public sealed class NoteVault
{
    public const int MarkLength = 16;

    public Id<Person> PersonId { get; init; }
    public required byte[] Mark { get; init; }
}

public sealed class NoteVaultMapping : IEntityTypeConfiguration<NoteVault>
{
    public void Configure(EntityTypeBuilder<NoteVault> builder)
    {
        builder.ToTable("note_vaults");
        builder.HasKey(v => v.PersonId);
        builder.Property(v => v.Mark).HasMaxLength(NoteVault.MarkLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
    }
}
