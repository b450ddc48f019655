using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Mail;

/// <summary>A mail on its way out. Once it has gone, what it said is no longer kept.</summary>
[Entity]
public sealed class QueuedMail
{
    public Id<QueuedMail> Id { get; init; }
    public required string To { get; init; }

    /// <summary>Whose name stands before our address: a community's; empty for the house's.</summary>
    public string FromName { get; init; } = "";
    public required string Subject { get; init; }
    public required string Text { get; set; }
    public string? Html { get; set; }

    /// <summary>The same for calendars, and what it wants of them (RFC 5546), where it is one for them.</summary>
    public string? Calendar { get; set; }
    public string? CalendarMethod { get; init; }

    /// <summary>What it speaks of, so that mail programs put together what belongs together.</summary>
    public Guid? About { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime? SentAt { get; private set; }

    /// <summary>The same at every try, so that a mail sent twice shows once.</summary>
    public string MessageIdAt(string domain) => $"{Id}@{domain}";

    public void Send(DateTime at, bool keep)
    {
        SentAt = at;
        if (!keep) (Text, Html, Calendar) = ("", null, null);
    }
}

public sealed class QueuedMailMapping : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.ToTable("mails");
        builder.Property(m => m.To).HasMaxLength(320);
        builder.Property(m => m.FromName).HasMaxLength(200);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.CalendarMethod).HasMaxLength(20);
        builder.HasIndex(m => m.To);
        builder.HasIndex(m => m.SentAt);
        builder.HasIndex(m => m.About).HasFilter("\"About\" IS NOT NULL");
    }
}
