using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Notes;

/// <summary>
/// What somebody wrote for themselves alone about a thing, as their browser locked it. It has no id of its own, which would tell
/// when it was made, and does not hold on to the thing: that may go, and nobody is kept from it by a note they cannot see.
/// </summary>
public sealed class PrivateNote
{
    public const int MostBytes = 64 * 1024;

    public Id<Person> PersonId { get; init; }
    public Id<Thing> ThingId { get; init; }
    public required byte[] Sealed { get; set; }

    /// <summary>Which writing of it this is. It begins anywhere, so that a note written anew is not taken for one that was deleted.</summary>
    public int Edition { get; set; }

    /// <summary>The day alone, for their own list.</summary>
    public DateOnly ChangedOn { get; set; }
}

public sealed class PrivateNoteMapping : IEntityTypeConfiguration<PrivateNote>
{
    public void Configure(EntityTypeBuilder<PrivateNote> builder)
    {
        builder.ToTable("private_notes");
        builder.HasKey(n => new { n.PersonId, n.ThingId });
        builder.Property(n => n.Sealed).HasMaxLength(PrivateNote.MostBytes);
        builder.HasOne<NoteVault>().WithMany().HasForeignKey(n => n.PersonId);
    }
}
