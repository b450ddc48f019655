using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Data;

/// <summary>Work that leaves after the commit, at least once: a mail to send, a job that is due at a time.</summary>
[Entity]
public sealed class OutboxRow
{
    public Id<OutboxRow> Id { get; init; }
    public required string Kind { get; init; }
    public Guid? Subject { get; init; }
    public DateTime DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }

    /// <summary>No further try would help, or there were enough; the row stays for whoever runs the instance.</summary>
    public DateTime? GivenUpAt { get; set; }
}

public sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.Property(o => o.Kind).HasMaxLength(60);
        builder.Property(o => o.LastError).HasMaxLength(500);
        builder.HasIndex(o => o.DueAt);
    }
}
