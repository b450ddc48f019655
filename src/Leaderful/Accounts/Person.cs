using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Accounts;

/// <summary>One account on this instance. The name people read is the actor's.</summary>
[Entity]
public sealed class Person
{
    public Id<Person> Id { get; init; }
    public Id<Actor> ActorId { get; init; }
    public Id<Scope> ScopeId { get; init; }
    public required string Email { get; set; }

    /// <summary>The address as it is compared: trimmed and in small letters.</summary>
    public required string EmailKey { get; set; }

    /// <summary>When they first came in by a link sent to this address; before that it is only what somebody typed.</summary>
    public DateTime? EmailProvedAt { get; set; }
    public string? Language { get; set; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Since when they want no letters that remind them of what they promised.</summary>
    public DateTime? RemindersStoppedAt { get; set; }

    /// <summary>Tends the instance itself: the one who set it up.</summary>
    public DateTime? OperatorSince { get; set; }
    public DateTime? LeftAt { get; private set; }

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    /// <summary>The account is closed; the row stays, empty, so that what it points to stays whole.</summary>
    public void Leave(DateTime at) => (Email, EmailKey, EmailProvedAt, Language, RemindersStoppedAt, OperatorSince, LeftAt) = ("", $"left:{Id}", null, null, null, null, at);
}

public sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(p => p.Email).HasMaxLength(320);
        builder.Property(p => p.EmailKey).HasMaxLength(320);
        builder.Property(p => p.Language).HasMaxLength(20);
        builder.HasIndex(p => p.EmailKey).IsUnique();
        builder.HasOne<Actor>().WithOne().HasForeignKey<Person>(p => p.ActorId);
        builder.HasOne<Scope>().WithOne().HasForeignKey<Person>(p => p.ScopeId);
    }
}
