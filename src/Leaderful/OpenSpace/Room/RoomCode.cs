using System.Security.Cryptography;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Room;

/// <summary>
/// The code that hangs in the room: whoever has it takes part with a name only. It is there for all to read, so it is kept as it is; it
/// opens this one room and has its day.
/// </summary>
[Entity]
public sealed class RoomCode
{
    /// <summary>Letters and digits nobody mistakes for another, read aloud or from the far end of a hall.</summary>
    public const string Letters = "ACDEFHJKLMNPRTUVWXY3479";
    public const int Length = 6;

    public Id<RoomCode> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Code { get; init; }
    public Id<Actor> BegunById { get; init; }
    public DateTime BegunAt { get; init; }
    public DateTime EndsAt { get; init; }
    public DateTime? EndedAt { get; private set; }

    public static string NewCode() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As it was typed: in small letters, with blanks or a dash.</summary>
    public static string Read(string typed) => new([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(Length + 1)]);

    /// <summary>As it is read: in two halves.</summary>
    public static string Spoken(string code) => code.Length == Length ? $"{code[..3]} {code[3..]}" : code;

    public bool IsOpen(DateTime at) => EndedAt is null && at < EndsAt;

    public void End(DateTime at) => EndedAt ??= at;

    public void Reopen() => EndedAt = null;
}

public sealed class RoomCodeMapping : IEntityTypeConfiguration<RoomCode>
{
    public void Configure(EntityTypeBuilder<RoomCode> builder)
    {
        builder.ToTable("room_codes");
        builder.Property(c => c.Code).HasMaxLength(RoomCode.Length);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(c => c.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => c.BegunById);
    }
}
