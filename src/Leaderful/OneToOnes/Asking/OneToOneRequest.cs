using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OneToOnes.Asking;

/// <summary>
/// The other was asked to meet. From then on when, where and what for are theirs as well, where they were written to; what was agreed face
/// to face, or by phone, is noted here and nobody else reads it.
/// </summary>
[Entity]
public sealed class OneToOneRequest
{
    public const int LongestWord = 200;

    public Id<OneToOne> OneToOneId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public ReachedBy By { get; private set; }

    /// <summary>Whoever reads it as the one who was asked: a member, or the holder of a link under the name they go by. None where nothing was opened to them.</summary>
    public Id<Actor>? OtherId { get; private set; }

    /// <summary>Where letters to somebody without an account go; empty where they were given the link by hand.</summary>
    public string Email { get; private set; } = "";

    public DateTime AskedAt { get; private set; }
    public DateTime? AgreedAt { get; private set; }
    public DateTime? DeclinedAt { get; private set; }

    /// <summary>What the other said with their answer.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Counts what calendars have to know: another time or place, and that it is off.</summary>
    public int Sequence { get; private set; }

    /// <summary>How it stands, a key of words: agreed, declined, another time, or nothing said yet.</summary>
    public string Standing => AgreedAt is not null ? "agreed" : DeclinedAt is not null ? "declined" : Word.Length > 0 ? "another" : "waits";

    /// <summary>Asked, or asked anew: whatever was answered before was about something else.</summary>
    public void Ask(ReachedBy by, Id<Actor> other, string email, DateTime at)
    {
        (By, OtherId, Email, AskedAt) = (by, other, email, at);
        Unanswer();
    }

    /// <summary>They agreed, by what whoever asked them says.</summary>
    public void Note(ReachedBy by, DateTime at) => (By, AskedAt, AgreedAt, DeclinedAt) = (by, at, at, null);

    /// <summary>Both know what was agreed; now the other has it as well.</summary>
    public void OpenTo(Id<Actor> other, string email) => (OtherId, Email) = (other, email);

    public void Agree(DateTime at, string word) => (AgreedAt, DeclinedAt, Word) = (at, null, word);

    public void Decline(DateTime at, string word) => (AgreedAt, DeclinedAt, Word) = (null, at, word);

    /// <summary>They would meet, and at another time.</summary>
    public void WishForAnother(string word) => (AgreedAt, DeclinedAt, Word) = (null, null, word);

    /// <summary>What they said themselves stays.</summary>
    public void Unagree() => AgreedAt = null;

    public void Unanswer() => (AgreedAt, DeclinedAt, Word) = (null, null, "");

    public void Renew() => Sequence++;

    public void Blank() => (Email, Word) = ("", "");
}

public sealed class OneToOneRequestMapping : IEntityTypeConfiguration<OneToOneRequest>
{
    public void Configure(EntityTypeBuilder<OneToOneRequest> builder)
    {
        builder.ToTable("one_to_one_requests");
        builder.HasKey(r => r.OneToOneId);
        builder.Ignore(r => r.Standing);
        builder.Property(r => r.Email).HasMaxLength(320);
        builder.Property(r => r.Word).HasMaxLength(OneToOneRequest.LongestWord);
        builder.HasIndex(r => r.CommunityId);
        builder.HasIndex(r => r.OtherId).HasFilter("\"OtherId\" IS NOT NULL");
        builder.HasOne<OneToOne>().WithOne().HasForeignKey<OneToOneRequest>(r => r.OneToOneId);
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => r.OtherId);
    }
}
